import type { BoardId } from '@kintsugi/model'
import { meetingSchema } from '@kintsugi/protocol'
import type { Database } from 'better-sqlite3'
import type { MeetingRow } from './schema.ts'
import type { MeetingState, Storage } from './storage.ts'

const storedSchema = meetingSchema.pick({ step: true, timer: true, facilitator: true, scribe: true })
type Row = Omit<MeetingRow, 'board_id'>

/** Read at once and without waiting: who connects is told what is so now, and not what was a moment ago. */
export function sqliteMeetings(db: Database): Storage['meetings'] {
  const select = db.prepare<[string], Row>(
    'select step, timer, facilitator, scribe from meetings where board_id = ?',
  )
  const upsert = db.prepare<[string, Row['step'], Row['timer'], Row['facilitator'], Row['scribe']]>(
    `insert into meetings (board_id, step, timer, facilitator, scribe) values (?, ?, ?, ?, ?)
     on conflict (board_id) do update set step = excluded.step, timer = excluded.timer,
       facilitator = excluded.facilitator, scribe = excluded.scribe`,
  )
  return {
    read(boardId: BoardId): MeetingState | undefined {
      const row = select.get(boardId)
      if (row === undefined) return undefined
      const { step, timer, facilitator, scribe } = row
      const rest = { timer: parsed(timer), facilitator: parsed(facilitator), scribe: parsed(scribe) }
      // A step of a newer version is no step to us; the rest is still told.
      const read = storedSchema.safeParse({ step, ...rest })
      return read.success ? read.data : storedSchema.parse(rest)
    },
    keep(boardId, { step, timer, facilitator, scribe }) {
      upsert.run(boardId, step, json(timer), json(facilitator), json(scribe))
    },
  }
}

const json = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))
const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))
