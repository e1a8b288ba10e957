/** Finalize, and the list of keys. */
export const dialogs = {
  finalize: {
    title: 'Finalize this postmortem',
    about: 'What is on the board now becomes a numbered revision that cannot be changed unnoticed.',
    happens: {
      closes: 'The board closes for writing, for everybody.',
      fingerprint: 'The revision gets a fingerprint (SHA-256) that anyone can check.',
      reopen: 'Reopening is possible at any time and leads to the next revision.',
    },
    findings_one: 'One thing you may want to look at first. It does not stop you.',
    findings_other: '{{count}} things you may want to look at first. None of them stops you.',
    noFindings: 'Everything that can be checked is in place.',
    by: 'Finalized by',
    byHint: 'This name stays in the revision.',
    show: 'Show',
    act: 'Finalize now',
    acting: 'Finalizing …',
    doneTitle: 'Revision {{n}} is final',
    doneAbout: 'Thank you. What was learned can now be read, and will stay as it is.',
    hash: 'Fingerprint (SHA-256)',
    read: 'Read it',
    copyLink: 'Copy the link',
    copied: 'Link copied.',
    notSaved: 'Some of your work is not on the server yet. Wait until it says “Saved”.',
  },
}
