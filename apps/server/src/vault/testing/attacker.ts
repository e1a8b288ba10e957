import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Storage } from '../../storage/storage.ts'

export type Row = { table: string; values: string[] }

/** All there is in the database, table by table, as whoever has the file reads it. */
export async function allRows({ db }: Storage): Promise<Row[]> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
  const read = tables.rows.map(async ({ name: table }) => {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)
    return rows.map((row) => ({ table, values: Object.values(row).flatMap(textOf) }))
  })
  return (await Promise.all(read)).flat()
}
function textOf(value: unknown): string[] {
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('base64url')]
  return typeof value === 'string' ? [value] : []
}

/**
 * Everything that can be reached from a value by joining rows on any two equal values, through any tables. What all rows of
 * a round have in common (`given`) joins everybody with everything and tells nothing.
 */
export function reachable(rows: readonly Row[], from: string, given: ReadonlySet<string>): Set<string> {
  const reached = new Set([from])
  const open = [from]
  for (let value = open.pop(); value !== undefined; value = open.pop())
    for (const { values } of rows)
      if (values.includes(value))
        for (const next of values) {
          // Short words (a kind, a column, a state) join nothing but their like.
          if (reached.has(next) || given.has(next) || next.length < 16) continue
          reached.add(next)
          open.push(next)
        }
  return reached
}

/** Every byte that lies in the folder: tables, free pages, journal. */
export function allBytes(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
}
