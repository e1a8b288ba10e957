import { anonymityProblems } from './anonymityProblems.ts'
import { chatProblems } from './chatProblems.ts'
import { meetingProblems } from './meetingProblems.ts'
import { roundProblems } from './roundProblems.ts'
import { tableProblems } from './tableProblems.ts'

/** What an import could not read, or read with doubt, what the gate into a board refuses, and the meeting. Keys are problem codes. */
export const problem = {
  // The text as a whole
  empty: 'The text is empty.',
  notText: 'This is not text but other data. Choose a Markdown or text file.',
  boardJsonBroken: 'This JSON cannot be read: it is cut off or has been changed.',
  boardJsonForeign: 'This JSON is not a Kintsugi board ({{format}}).',
  boardJsonInvalid: '{{path}} in this JSON does not fit the format of a board: {{reason}}',
  notMarkdown: 'This looks like {{found}}, not like a Markdown postmortem.',
  tooLarge:
    'The text has {{size, number}} bytes; {{limit, number}} is the limit for a Markdown postmortem. Nothing was read: import a part of it.',
  tooManyLines:
    'The text has {{count, number}} lines; {{limit, number}} is the limit. Nothing was read: import a part of it.',
  tooManyRows:
    'The text holds {{count, number}} items; {{limit, number}} is the limit of a board. Nothing was read: import a part of it.',
  lineCut:
    'From here on words were left out: the line is nested too deep, or the text runs on beyond {{limit, number}} characters.',
  textCut: 'The words are longer than {{limit, number}} bytes; the end was left out.',
  timelineMissing: 'No timeline was found: no table, list or headings with times.',
  sectionMixed: '“{{title}}” names several things at once; nothing in it was taken as a cause or an action.',
  actionFromProse: 'This paragraph was taken as one action. Split it where it holds several.',
  dueUnreadable: 'The due date “{{text}}” could not be read.',

  // Zone
  zoneUnknown: '“{{zone}}” is not a time zone. Use a name such as Asia/Tokyo or UTC.',
  zoneAssumed:
    'The text names no time zone; its times were read as {{zone}}. Choose the zone if that is wrong.',
  zoneCarried: 'No zone is written here; {{zone}} was taken from the rows before.',
  zoneAmbiguous:
    '{{zone}} means different clocks in different places. Choose the zone to have this row read.',
  zoneOutOfSeason:
    'Clocks did not show {{zone}} on this day. The time was read as written; it may be an hour off.',
  timesDisagree: 'The two times of this row are not the same instant ({{zone}}). The first was taken.',
  timeSkipped: 'The clocks jumped over “{{text}}” ({{zone}}); the time is approximate.',
  timeTwice: '“{{text}}” came twice that night ({{zone}}); the first was taken, as approximate.',

  // Day
  dateUnknown: '“{{date}}” is not a day. Use the form 2026-04-18.',
  dateNeeded: '“{{text}}” has no date, and none stands before it. Choose the day to have it read.',
  dateAssumed: 'Times without a date were read as of {{day}}.',
  dateUnreadable: 'The date “{{text}}” could not be read.',
  dateAmbiguous: '“{{text}}” can be several days ({{candidates}}).',
  dateCorrected: 'The year of “{{written}}” has a digit too many; it was read as {{read}}.',
  yearDoubtful:
    '{{written}} lies a year away from the rest; {{expected}} may be meant. It was read as written.',
  weekdayMismatch: 'The weekday does not fit {{day}}. The date was taken.',
  dayRange: '“{{text}}” spans days and has no clock time; the first day is kept.',
  dayDoubtful: 'Whether “{{text}}” is the same day or the next cannot be told; the row has no time.',
  rolledOver: '“{{text}}” lies before the row above; it was read as the next day, {{day}}.',

  // Time
  timeMissing: 'There is no clock time here.',
  timeUnreadable: '“{{text}}” could not be read as a time.',
  timePlaceholder: '“{{text}}” holds a place for a time, not a time.',
  timePartOfDay: '“{{part}}” is a part of the day, not a clock time.',
  timeUnknown: 'The text says that this time is unknown.',
  timeRemark: 'Beside the time stands “{{remark}}”; the time was taken without it.',
  meridiemNeeded: '“{{text}}” may be morning or afternoon: other rows say AM or PM, this one does not.',
  startMissing: '“{{text}}” says only when it ended.',
  untilUnreadable: 'The end of “{{text}}” could not be read; the start was taken.',
  rangeDoubtful: '“{{text}}” was read as a span; the second time may belong to the words behind it.',
  rangeBackwards: '“{{text}}” ends before it starts; the start was taken.',
  outOfOrder: '“{{text}}” is earlier than line {{previousLine}} above it. It was read as written.',
  rowWithoutTime: 'This item of the timeline has no time; its words were kept with the row before.',

  ...chatProblems,

  // Templates
  templateUnknown: 'There is no such template; it may have been deleted.',
  templateBuiltIn: 'This template came with Kintsugi and stays as it is. Copy it, and change the copy.',
  templateChanged:
    'Somebody else has changed “{{name}}” meanwhile. Nothing was written over: open it again to see theirs.',
  templateLimit: 'The list holds {{limit}} templates, the limit. Nothing was added.',
  templatesNone: 'This server has no templates of its own yet.',
  templatesEmpty: 'The file is empty. Nothing was added.',
  templatesBroken: 'This is not readable JSON: it is cut off or has been changed. Nothing was added.',
  templatesForeign: 'This is not a file of Kintsugi templates. Nothing was added.',
  templatesInvalid: 'Template {{n}} of the file: “{{field}}” does not fit. Nothing was added.',
  templatesTooBig: 'Template {{n}} of the file: “{{field}}” exceeds {{limit}}, the limit. Nothing was added.',
  templatesTooSmall: 'Template {{n}} of the file: “{{field}}” needs at least {{limit}}. Nothing was added.',
  templatesFileTooBig: 'The file has more than {{limitMB}} MB, the limit. Nothing was added.',
  templatesFileUnreadable:
    'This cannot be read: it is a folder, or a file that is in use elsewhere. Nothing was added.',

  // The gate into a board
  malformed: 'The change could not be understood by the server.',
  unjudgeable: 'The server could not judge the change ({{reason}}).',
  foreignClient: 'The change was signed as somebody else’s.',
  tooTangled: 'The change puts too much in one and the same place.',
  tooManyParts: 'The change consists of more than {{limit, number}} parts.',
  tooManyClients: 'The change holds the writing of more than {{limit, number}} editors at once.',
  misplaced: 'The change does not fit where it says it belongs.',
  unknownRoot: 'The board has no part “{{root}}”.',
  notAllowedHere: 'This kind of content cannot stand here.',
  noteSealed:
    'Only the person who wrote an anonymous note can change it. Anybody can move it, group it or set it aside.',
  serverOnly: 'Only the server can change this part of the board.',
  updateTooBig: 'The change is larger than {{limitKB, number}} kB, the limit for one change.',
  baseUnknown: 'The change builds on something that the server does not know.',
  textTooLong: 'The text is longer than {{limit, number}} characters, the limit for one note.',
  textTooManyParts:
    'The text has more than {{limit, number}} paragraphs and formats, the limit for one note.',
  tooManyItems: 'The board holds {{limit, number}} items, the limit.',
  boardFull: 'The board has reached {{limitMB, number}} MB, the limit.',
  rebuilding: 'The board is being rebuilt. Please try again in a moment.',
  ticketInvalid: 'The access to this board has run out. Reload the page.',
  tooManyConnections: 'Too many connections from here are open. Close some tabs.',
  shuttingDown: 'The server is restarting. What you type is kept, and goes out as soon as it is back.',

  ...tableProblems,
  ...meetingProblems,
  ...roundProblems,
  ...anonymityProblems,
}
