import { type BoardSnapshot, plainTextOf, type TimelineEntry } from '@kintsugi/model'

const good: ReadonlySet<string | null> = new Set(['worked', 'lucky'])

/**
 * What the response review calls a success or luck and nobody has answered for yet: proposed as Keeps, in the order of the
 * timeline. Not proposed is what a Keep already speaks about.
 */
export function keepProposals({
  timeline,
  kptNotes,
  links,
}: Pick<BoardSnapshot, 'timeline' | 'kptNotes' | 'links'>): TimelineEntry[] {
  const open = timeline.filter(
    ({ review, keepAnswered, text }) => good.has(review) && !keepAnswered && plainTextOf(text).trim() !== '',
  )
  if (open.length === 0) return []
  const keeps = new Set(kptNotes.filter(({ slot }) => slot.column === 'keep').map(({ id }) => id))
  const told = new Set(
    links.flatMap(({ kind, from, to }) => (kind === 'about' && keeps.has(from) ? [to] : [])),
  )
  return open.filter(({ id }) => !told.has(id))
}
