import type { ImportPiece } from '@kintsugi/board'
import type { ColumnMapping, Columns, Speaker } from '@kintsugi/exchange'
import type { ImportKeys } from '@kintsugi/exchange/keys'
import type { BoardPart, ItemId, Milestone, Problem } from '@kintsugi/model'

/** What is read: a file's bytes, whose encoding is found out beside the reading, or a text. */
export type Source = { bytes: ArrayBuffer; fileName: string } | { text: string; fileName: string }
/** A source on its way to the reader. A long text goes as a blob: to hand over a string is to copy it, with the page waiting. */
export type SentSource = Source | { words: Blob; fileName: string }

/** What a person says about the text. Empty: not said. */
export interface Settings {
  zone: string
  /** `2026-04-18`. */
  date: string
  mapping: ColumnMapping | null
}

export const rowStatuses = ['new', 'duplicate', 'unreadable'] as const
export type RowStatus = (typeof rowStatuses)[number]

/** A text as it was read, without its rows: they are asked for where they are in sight. */
export interface Summary {
  format: string
  /** Part of each row, as an index into `boardParts`. */
  parts: Uint8Array
  /** Status of each row, as an index into `rowStatuses`. */
  statuses: Uint8Array
  /** Zone in which times are shown. */
  zone: string
  /** What could not be read, and what was read with doubt. */
  problems: { lost: number; notes: number }
  /** Where there is no row: the reason. */
  nothing: Problem | null
  first: string | null
  last: string | null
  /** Some milestone is only a guess of the reading. */
  suggested: boolean
  speakers: readonly Speaker[]
  columns: Columns | null
}

export interface Row {
  index: number
  part: BoardPart
  status: RowStatus
  /** Kind of a cause, column of a note, aim of an action; empty for others. */
  kind: string
  text: string
  at: string | null
  until: string | null
  approx: boolean
  day: string | null
  milestone: Milestone | null
  /** Who speaks, in a chat. */
  speaker: string | null
  /** Why it has no time. */
  reason: Problem | null
}

/** What becomes of somebody who speaks: a role on the entries (empty: none), a participant of the board, or neither. */
export interface Casting {
  role: string
  participant: boolean
}
export interface Order {
  /** 1 for each row that comes. */
  chosen: Uint8Array
  casting: Readonly<Record<string, Casting>>
}

/** A piece to be written, with the batch that all of it carries. */
export interface Piece {
  batch: ItemId | null
  piece: ImportPiece | null
}

export type Ask =
  | { ask: 'read'; source: SentSource | null; settings: Settings; boardId: string; known: ImportKeys }
  | { ask: 'rows'; indices: readonly number[] }
  | { ask: 'problems'; weight: 'lost' | 'notes'; from: number; to: number }
  | { ask: 'order'; order: Order }
  | { ask: 'piece' }

export interface Answers {
  read: Summary
  rows: Row[]
  problems: Problem[]
  /** How many items will come. */
  order: number
  piece: Piece
}
export type Answer =
  | { id: number; answer: Answers[keyof Answers] }
  | { id: number; progress: { done: number; total: number } }
  | { id: number; failed: string }
