import type { ItemId } from '@kintsugi/model'
import { type Random, shuffled } from './shuffled.ts'
import type { VaultStatements } from './statements.ts'

/** Rows that are written anew with one that came in: enough to be one of many, few enough to be quick in a large round. */
const company = 128

/** One table's rows of a round. */
interface Hidden<Row> {
  all(): Row[]
  drop(row: Row): void
  put(row: Row): void
}

/**
 * Does what brings or changes hidden rows of a round, and writes them and others anew, in a drawn order. Within a page of the
 * file rows lie in the order in which they were written, whatever their key; so it is not the order in which they came.
 */
export function mixed<T>(
  { rows, random }: { rows: VaultStatements; random: Random },
  roundId: ItemId,
  act: () => T,
): T {
  const finish = hiddenTables(rows, roundId).map((hidden) => {
    const before = new Set(hidden.all().map(said))
    return () => {
      const all = hidden.all()
      const fresh = all.filter((row) => !before.has(said(row)))
      if (fresh.length === 0) return
      const others = all.filter((row) => before.has(said(row)))
      const some = [...fresh, ...shuffled(others, random).slice(0, company)]
      for (const row of some) hidden.drop(row)
      for (const row of shuffled(some, random)) hidden.put(row)
    }
  })
  const result = act()
  for (const end of finish) end()
  return result
}

const said = (row: unknown): string => JSON.stringify(row)

function hiddenTables(rows: VaultStatements, roundId: ItemId): Hidden<unknown>[] {
  const table = <Row>(hidden: Hidden<Row>): Hidden<unknown> => hidden as Hidden<unknown>
  return [
    table({
      // Those on the board as well: a change is counted in them, and moves them.
      all: () => rows.notes.all(roundId),
      drop: ({ posted_seal }) => rows.dropNote.run(roundId, posted_seal),
      put: (row) => rows.putNote.run(row),
    }),
    table({
      all: () => rows.signed.all(roundId).filter(({ text }) => text !== null),
      drop: ({ id }) => rows.dropSigned.run(roundId, id),
      put: (row) => rows.putSigned.run(row),
    }),
    table({
      all: () => rows.changes.all(roundId),
      drop: ({ posted_seal, place }) => rows.dropChange.run(roundId, posted_seal, place),
      put: ({ posted_seal, place, text }) => rows.putChange.run(roundId, posted_seal, place, text),
    }),
    table({
      all: () => rows.ballots.all(roundId),
      drop: ({ mark }) => rows.dropBallot.run(roundId, mark),
      put: ({ mark, topic }) => rows.addBallot.run(roundId, mark, topic),
    }),
  ]
}
