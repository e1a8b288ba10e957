/** What a board, a text, a frame and an import may weigh, in items, characters and bytes. Exceeding one is a Problem that names it. */
export const limits = {
  itemsPerBoard: 10_000,
  boardBytes: 20_000_000,
  noteTextLength: 10_000,
  liveUpdateBytes: 256_000,
  resyncBytes: 16_000_000,
  frameBytes: 16 * 1024 * 1024,
  importBytes: 10_000_000,
  /** Anonymous posts of one round; by no more than the round, since nobody looks at who sends. */
  anonymousPerSecond: 50,
  anonymousBurst: 600,
} as const
