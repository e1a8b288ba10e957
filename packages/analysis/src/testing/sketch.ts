import type { Action, Cause, Incident, KptColumn, Link, TimelineEntry } from '@kintsugi/model'
import { boardSnapshotSchema, richTextOf } from '@kintsugi/model'

/** A readable name → an item id: `payment` → `payment_______________`. */
export const idOf = (name: string): string => name.padEnd(22, '_').slice(0, 22)

type Plain<T, Texts extends string> = Partial<Omit<T, 'id' | Texts>> & Partial<Record<Texts, string>>
type EntryTexts = 'text' | 'saw' | 'believed' | 'options'
export interface Sketch {
  incident?: Plain<Incident, 'summary' | 'impact' | 'lessons'>
  timeline?: (Plain<TimelineEntry, EntryTexts> & {
    id: string
    /** Its milestone; a bare name is confirmed. */
    is?: TimelineEntry['milestone'] | string
  })[]
  causes?: (Plain<Cause, 'text'> & { id: string })[]
  actions?: (Plain<Action, 'text'> & { id: string })[]
  departments?: string[]
  kpt?: KptColumn[]
  /** `'because a b'`, `'answers a b'`. */
  links?: string[]
}

/** A snapshot from a few words, for tests and fixtures: short ids, plain texts, the model's own defaults. */
export function sketch(board: Sketch) {
  const texts = (fields: Record<string, string | undefined>) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, text]) =>
        text === undefined ? [] : [[name, richTextOf(text)]],
      ),
    )
  const { summary, impact, lessons, ...facts } = board.incident ?? {}
  return boardSnapshotSchema.parse({
    incident: { ...facts, ...texts({ summary, impact, lessons }) },
    people: (board.departments ?? []).map((department, i) => ({ id: idOf(`p${i}`), department })),
    timeline: (board.timeline ?? []).map(({ id, is, text = id, saw, believed, options, ...entry }) => ({
      ...entry,
      ...(is === undefined ? {} : { milestone: typeof is === 'string' ? { name: is } : is }),
      id: idOf(id),
      ...texts({ text, saw, believed, options }),
    })),
    causes: (board.causes ?? []).map(({ id, text = id, ...cause }) => ({
      ...cause,
      id: idOf(id),
      ...texts({ text }),
    })),
    actions: (board.actions ?? []).map(({ id, text = id, ...action }) => ({
      ...action,
      id: idOf(id),
      ...texts({ text }),
    })),
    kptNotes: (board.kpt ?? []).map((column, i) => ({ id: idOf(`n${i}`), slot: { column, rank: `a${i}` } })),
    links: (board.links ?? []).map((text): Link => {
      const [kind, from = '', to = ''] = text.split(' ')
      return { kind: kind as Link['kind'], from: idOf(from), to: idOf(to) }
    }),
  })
}
