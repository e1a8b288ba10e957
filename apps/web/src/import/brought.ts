/** What was dropped or pasted on the board. */
export type Brought = { file: File } | { text: string }
