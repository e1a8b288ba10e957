/** What concerns a whole board: it is final, cannot be written now, has something that was recovered. */
export const banners = {
  unavailable:
    'The server cannot write to its disk right now. Keep writing if you like: it stays in your browser and is sent when storage works again.',
  newer: 'This board was written by a newer version of Kintsugi. Here it can only be read.',
  reload: 'Reload the page',
  unreadable_one: 'One thing on this board cannot be read here. It is kept as it is.',
  unreadable_other: '{{count}} things on this board cannot be read here. They are kept as they are.',
  finalBanner: 'This postmortem is final. To change something, reopen it: that leads to the next revision.',
  toReadPage: 'Read it',
  reopen: 'Reopen',
  reopened: 'The board is open again. Finalizing makes the next revision; this one stays as it is.',
  recovered:
    'The server did not take some of your changes. A copy of the whole board is kept on this device.',
  reapplyCopy: 'Bring it back',
  downloadCopy: 'Download the copy',
  discardCopy: 'Discard',
}
