/** The realtime session: who I am here, and what may happen to what I type. Keys under `problem` are problem codes. */
export const live = {
  guestName: 'Guest {{number}}',
  problem: {
    serverUnreachable: 'The server does not answer. What you type is kept, and goes out as soon as it does.',
    boardUnknown: 'There is no board with this address. Check that the link was copied whole.',
    accessDenied: 'This board is not open to you. Ask whoever sent you the link.',
    answerUnreadable:
      'The server’s answer could not be understood ({{status}}). Reloading the page may help; nothing is lost.',
    deviceStoreFailed:
      'This browser keeps nothing on this device right now ({{reason}}). Keep the tab open until everything is saved.',
    deviceStoreFull:
      'This device has no room left for this site. Keep the tab open until everything is saved, or free some space.',
    clientIdTaken:
      'Your last changes could not be taken under this connection. They are kept on this device as a recovered copy.',
    frameTooBig:
      'What was to be sent is larger than the server takes in one piece ({{limitMB}} MB). It is kept on this device as a recovered copy.',
    draftNotKept:
      'The server did not take your last change, and this device could not keep a copy. Keep the tab open and export the board now.',
    refusedAgain:
      'The server refused several changes in a row. Editing goes on here, but is not saved: export your copy, then reload the page.',
  },
}
