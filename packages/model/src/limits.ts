/** Start values of `3-realtime-and-safety.md`; sizes in bytes. */
export const limits = {
  itemsPerBoard: 10_000,
  boardBytes: 20_000_000,
  noteTextBytes: 10_000,
  liveUpdateBytes: 256_000,
  resyncBytes: 16_000_000,
  frameBytes: 16 * 1024 * 1024,
  importBytes: 10_000_000,
} as const
