import type { BoardSnapshot, Problem } from '@kintsugi/model'

/** What a reader cannot know from the text. Identity enters here: readers make no ids of their own. */
export interface ReadContext {
  /** Zone for times without any in the text: an IANA name, an abbreviation or an offset; null where none was given. */
  zone: string | null
  /** Day for times without any in the text. */
  date: string | null
  newId: () => string
  fileName: string
}

export interface Reading {
  format: string
  /** A draft: items with new ids and one batch id, to be looked at and then added to a board. */
  snapshot: BoardSnapshot
  /** What could not be read, or was read with doubt; `line` is 1-based. Never thrown. */
  problems: Problem[]
}

/** A kind of input. One file each; `index.ts` lists them. */
export interface Source {
  format: string
  /** How likely the text is of this kind, 0–1. Looks at a bounded part of it. */
  detect(text: string, fileName: string): number
  read(text: string, context: ReadContext): Reading
}
