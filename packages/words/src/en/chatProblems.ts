/** What a reader of pasted chats and logs could not read, or read with doubt. Part of `problem`. */
export const chatProblems = {
  logTooLarge:
    'The text has {{size, number}} bytes; {{limit, number}} is the limit. Nothing was read: paste a part of it.',
  chatMissing: 'No messages were found: no line with a name and a time.',
  permalinkMissing: 'No links to messages in Slack were found.',
  logMissing: 'No log lines were found: no line begins with a date and a time.',
  chatDayNeeded:
    'From here on nothing says the day ({{count, number}} messages). They are kept without a time: choose the day of the first message to have them read.',
  dayRelative:
    '“{{text}}” was read as {{day}}, counted from {{from}}. If the chat was copied on another day, choose that day.',
  chatComings: 'Left out: {{count, number}} notes that somebody joined or left.',
  messageEmpty: 'This message has no words (a picture or a file); it was left out.',
  chatBefore: 'The words from here to the first message belong to nobody; they were left out.',
  moreThanBoard:
    '{{count, number}} entries were read; a board holds at most {{limit, number}} items. Choose what to add.',
  logDayNeeded:
    'From here on lines have no year or no day ({{count, number}}). They are kept without a time: choose a day near them to have them read.',
  logBefore: 'The lines from here to the first one with a time were left out.',
  logFolded:
    'Left out: {{count, number}} further lines of long entries; the first {{kept, number}} lines of each are kept.',
}
