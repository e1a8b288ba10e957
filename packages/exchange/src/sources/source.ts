import type { BoardSnapshot, ItemId, Problem } from '@kintsugi/model'
import type { ColumnMapping, Columns } from './columns.ts'

/** What a reader cannot know from the text. Identity enters here: readers make no ids of their own. */
export interface ReadContext {
  /** Zone for times without any in the text: an IANA name, an abbreviation or an offset; null where none was given. */
  zone: string | null
  /** Day for times without any in the text. */
  date: string | null
  newId: () => string
  fileName: string
  /**
   * How far a long reading has come, in lines of the text; called every few hundred. A worker passes it on;
   * what it throws stops the reading and is not caught.
   */
  onProgress?(done: number, total: number): void
  /** Columns of a table as a person has mapped them, in place of what its header row says. */
  mapping?: ColumnMapping
}

/** Somebody who speaks in a chat, as the chat shows the name. */
export interface Speaker {
  name: string
  messages: number
}

export interface Reading {
  format: string
  /** A draft: items with new ids and one batch id, to be looked at and then added to a board. */
  snapshot: BoardSnapshot
  /** What could not be read, or was read with doubt; `line` is 1-based. Never thrown. */
  problems: Problem[]
  /**
   * Who speaks, most messages first. An entry's `actor` is a role, never a name, so that who plays which is
   * asked: until then it is empty.
   */
  speakers?: readonly Speaker[]
  /** Name of the speaker by the id of the draft's entry. */
  speakerOf?: Readonly<Record<ItemId, string>>
  /** Of a table: how its columns were understood. */
  columns?: Columns
}

/** A kind of input. One file each; `index.ts` lists them. */
export interface Source {
  format: string
  /** How likely the text is of this kind, 0–1. Looks at a bounded part of it. */
  detect(text: string, fileName: string): number
  read(text: string, context: ReadContext): Reading
}
