/** Links for reading: the dialog on the board, and what readers see. */
export const share = {
  title: 'Share',
  invite: {
    title: 'Invite to edit',
    about: 'Whoever has the board’s own address can read it and write on it.',
    local:
      'This address opens on this computer only. To meet with others, run the server under an address that all can reach (“Meet with others” in the README).',
    address: 'Address of the board',
    copy: 'Copy',
    copied: 'Copied.',
    byHand: 'Your browser did not copy it. Select the address and copy it by hand.',
  },
  links: {
    title: 'Links for reading',
    about:
      'For other departments: no account, no script needed, and nothing on the board can be changed through them.',
    none: 'No link yet. Make one, and send it to whoever should read along.',
    make: 'New link',
    loading: 'Looking for the links …',
  },
  scope: {
    label: 'What it shows',
    live: 'The board as it changes',
    latest: 'The latest final revision',
    revision: 'Revision {{n}}',
    liveHint: 'Readers see edits within seconds, and keep seeing the board after it is finalized.',
    latestHint: 'Readers see whichever revision was finalized last.',
    latestNone: 'Nothing is final yet: until then the link says so.',
    revisionHint: 'Readers see this revision, whatever comes after it.',
  },
  form: {
    name: 'For whom',
    namePlaceholder: 'e.g. Customer support',
    expires: 'Ends after',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    password: 'Password (optional)',
    passwordHint: 'At least {{least}} characters. Send it another way than the link.',
    passwordShort: 'At least {{least}} characters, or none.',
    make: 'Make the link',
    making: 'Making it …',
    back: 'Cancel',
  },
  made: {
    title: 'The link is ready',
    once: 'It is shown this once: the server keeps only a fingerprint of it. If it is lost, make a new one.',
    address: 'Link for reading',
  },
  list: {
    unnamed: 'Unnamed',
    until: 'until {{day}}',
    ended: 'ended {{day}}',
    revoked: 'revoked {{day}}',
    password: 'Password',
    by: 'made by {{name}}',
    readings_zero: 'not opened yet',
    readings_one: 'opened once, last on {{day}}',
    readings_other: 'opened {{count}} times, last on {{day}}',
    counts:
      'Counted are openings of the page, not people: a reload counts again, refreshing by itself and previews in chat do not. Who read is not recorded.',
    extend: 'Another {{count}} days',
    extended: '“{{name}}” now ends on {{day}}.',
    revoke: 'Revoke',
    sure: 'Readers lose it at once, and it cannot be brought back.',
    really: 'Revoke for good',
    keep: 'Keep it',
    done: '“{{name}}” no longer opens anything.',
    past: 'No longer valid',
  },
  live: {
    bar: 'About this page',
    now: 'Live · updated {{time}}',
    asOf: 'Live board, as of {{time}}',
    editing_one: '{{count}} person has the board open',
    editing_other: '{{count}} people have the board open',
    final: 'Finalized. The board is closed; this is how it stands.',
    unavailable: 'The board cannot be saved at the moment; this is its last saved state.',
    lost: 'Connection lost, trying again. What you see is from {{time}}.',
    slow: 'Refreshes every 20 seconds · updated {{time}}',
    refreshes: 'This page refreshes every 20 seconds.',
    said: 'The page was updated.',
  },
  reader: {
    unknown: {
      title: 'This link opens nothing',
      text: 'It may have been cut short when it was copied. Ask whoever sent it to send it again, whole.',
    },
    expired: {
      title: 'This link has ended',
      text: 'It was valid until {{time}}. Ask whoever sent it for a new one.',
    },
    revoked: {
      title: 'This link was revoked',
      text: 'Whoever shared this postmortem has taken the link back. Ask them if you still need to read it.',
    },
    gone: {
      title: 'This board is no longer there',
      text: 'The link is in order, but the postmortem it led to has been removed.',
    },
    notYet: {
      title: 'Nothing is final yet',
      text: 'This link will show the postmortem once it has been finalized. Come back later; the link stays the same.',
    },
    password: {
      title: 'This link has a password',
      text: 'You get it from whoever sent you the link.',
      label: 'Password',
      open: 'Open',
    },
    wrong: {
      title: 'That is not the password',
      text_one:
        'Mind upper and lower case. {{count}} more try, then this link stays locked for some minutes.',
      text_other:
        'Mind upper and lower case. {{count}} more tries, then this link stays locked for some minutes.',
    },
    locked: {
      title: 'Too many wrong passwords',
      text_one:
        'Try again in {{count}} minute. Until then not even the right password opens the link from here.',
      text_other:
        'Try again in {{count}} minutes. Until then not even the right password opens the link from here.',
    },
    busy: {
      title: 'Too many passwords at once',
      text: 'The server is checking many passwords at the moment. Please try again in a minute.',
    },
    refused: {
      title: 'This link is for reading',
      text: 'Nothing can be sent through it.',
    },
  },
}
