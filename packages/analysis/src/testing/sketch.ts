import type { Action, BoardSnapshot, Cause, Incident, Link, TimelineEntry } from '@kintsugi/model'
import { boardSnapshotSchema, richTextOf } from '@kintsugi/model'

/** A readable name → an item id: `payment` → `payment_______________`. */
export const idOf = (name: string): string => name.padEnd(22, '_').slice(0, 22)

type Draft<T> = Partial<Omit<T, 'id' | 'text'>> & { id: string; text?: string }
interface Sketch {
  incident?: Partial<Omit<Incident, 'summary'>> & { summary?: string }
  timeline?: (Draft<TimelineEntry> & { is?: TimelineEntry['milestone'] | string })[]
  causes?: Draft<Cause>[]
  actions?: Draft<Action>[]
  /** `'because a b'`, `'answers a b'`. */
  links?: string[]
  rest?: Partial<BoardSnapshot>
}

/** A snapshot from a few words, for tests and fixtures: short ids, plain texts, the model's own defaults. */
export function sketch({
  incident = {},
  timeline = [],
  causes = [],
  actions = [],
  links = [],
  rest = {},
}: Sketch) {
  const item = <T extends Draft<unknown>>({ id, text, ...facts }: T) => ({
    ...facts,
    id: idOf(id),
    text: richTextOf(text ?? id),
  })
  return boardSnapshotSchema.parse({
    ...rest,
    incident: { ...incident, summary: richTextOf(incident.summary ?? '') },
    timeline: timeline.map(({ is, ...entry }) => ({
      ...item(entry),
      ...(is === undefined ? {} : { milestone: typeof is === 'string' ? { name: is } : is }),
    })),
    causes: causes.map(item),
    actions: actions.map(item),
    links: links.map((text): Link => {
      const [kind, from = '', to = ''] = text.split(' ')
      return { kind: kind as Link['kind'], from: idOf(from), to: idOf(to) }
    }),
  })
}
