/** What the server and the command line answer when they cannot do what was asked. Keys are problem codes. */
export const refusal = {
  boardUnknown: 'There is no board with this address. Check that the link was copied whole.',
  revisionUnknown: 'This postmortem has no revision {{number}}.',
  postmortemUnknown: 'There is no finalized postmortem with this address.',
  linkUnknown: 'This board has no such link.',
  linkRevoked: 'This link was revoked; that is final. Make a new one.',
  tooManyLinks: 'The board has {{limit, number}} valid links, the limit. Revoke one first.',
  batchUnknown: 'The board holds nothing from this import; it may have been removed already.',
  departmentUnknown: 'There is no such department.',
  departmentTaken: 'A department is called “{{name}}” already, or was. Nothing was changed.',
  departmentLimit: 'The list holds {{limit}} departments, the limit. Nothing was changed.',
  meetingTimeMissing:
    'The meeting has no time yet. Set one in the incident’s panel; then there is an invitation.',
  formatUnknown: 'There is no format “{{format}}”. There are: {{known}}.',
  routeUnknown: 'There is nothing at {{path}}. The routes are listed in /api/openapi.json.',
  guestMissing: 'This request needs a name: send the guest in the header {{header}}.',
  guestUnreadable: 'The header {{header}} is not a guest: base64url of JSON with a name and a device key.',
  originForeign: 'Requests are taken from pages of this site only; this one came from {{origin}}.',
  bodyTooBig: 'The request has more than {{limitMB}} MB, the limit. Nothing was changed.',
  bodyNotJson: 'The body of the request is not JSON.',
  fieldInvalid: '{{field}} does not fit: {{reason}}.',
  importTooHeavy:
    'This text takes longer to read than a text may. Nothing was changed. Import it in smaller parts.',
  importTooBig: 'The text has more than {{limitMB}} MB, the limit for one import. Nothing was changed.',
  importsCrowded:
    'Too many large imports are under way at this moment. Nothing was changed; please try again shortly.',
  itemLimit:
    'The board would have {{total, number}} items; {{limit, number}} is the limit. Nothing was changed: import a part, or use another board.',
  boardFinal: 'This postmortem is final. Reopen it to change it.',
  clientIdTaken: 'This client id belongs to somebody else’s edits. Take a fresh one.',
  boardEmpty:
    'The board is still empty. Give it a title, a summary or a first entry; then it can be finalized.',
  boardNotFinal: 'This board is open for editing already.',
  storageUnavailable: 'The server cannot write to its disk right now. Nothing was changed; please try again.',
  finalizing: 'The board is being finalized right now.',
  internal: 'Something went wrong on our side. It is in the server’s log under {{reference}}.',
  targetMissing: 'Nothing to import into: say --board ID, or --new.',
  targetTwice: '--board and --new exclude each other.',
  serverUnreachableAt:
    'The server at {{url}} does not answer ({{reason}}). Is it running, and is KINTSUGI_URL right?',
  answerUnreadableFrom: '{{url}} answered something unreadable. Does KINTSUGI_URL name a Kintsugi server?',
  fileUnwritable: '{{file}} cannot be written ({{reason}}).',
  sourceAmbiguous: '“{{source}}” is neither a file nor a board. The id of a board has 22 characters.',
  fileMissing: '{{file}} does not exist.',
  fileUnreadable: '{{file}} cannot be read ({{reason}}).',
  fileIsFolder: '{{file}} is a folder; name a file in it.',
  fileEmpty: '{{file}} is empty.',
  fileTooBig: '{{file}} has {{sizeMB}} MB; the limit is {{limitMB}} MB.',
  fileNotText: '{{file}} is not a text file: line {{line}} holds bytes that are no text.',
  urlUnreachable: '{{url}} does not answer ({{reason}}).',
  hashInvalid: '“{{hash}}” is not a SHA-256 hash: 64 hexadecimal digits.',
  hashMissing: 'There is no hash to compare with. Give the one you were sent: --hash HASH.',
  revisionUnreadable: '{{source}} is not a finalized revision: {{reason}}.',
  severityUnknown: '“{{severity}}” is not a severity of findings. Use one of: {{known}}.',
  numberInvalid: '“{{value}}” is not a whole number above zero.',
  checkoutNeeded: 'This command works in a checkout of the source only: {{file}} is not here.',
}

/** Pages that the server words itself. */
export const page = {
  notFound: {
    title: 'Nothing here',
    text: 'There is no finalized postmortem at this address. It may not have been finalized yet, or the link was cut short.',
    home: 'To the start page',
  },
}
