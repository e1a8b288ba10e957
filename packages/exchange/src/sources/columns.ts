/** What a column of a table can say of an event: `time` holds a whole date and time, or the clock time of a `date`. */
export const columnRoles = [
  'date',
  'time',
  'end',
  'text',
  'kind',
  'milestone',
  'actor',
  'evidence',
  'certainty',
  'track',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Column (0-based) of each role; a role that no column has is left out. */
export type ColumnMapping = Partial<Record<ColumnRole, number>>

/** How a table was understood, for showing and changing. */
export interface Columns {
  /** One for every column; empty strings where the table has no header row. */
  headers: string[]
  mapping: ColumnMapping
  /** The first few rows, header row excluded, cells cut to a readable length. */
  rows: string[][]
}
