import { readMarkdown } from '@kintsugi/exchange'
import { type BoardSnapshot, boardParts, type ItemId, type Problem } from '@kintsugi/model'
import type { ImportRequest } from '@kintsugi/protocol'

export interface Draft {
  format: string
  /** Id that all items of the draft carry. */
  batch: ItemId
  snapshot: BoardSnapshot
  problems: Problem[]
}

/** Problems with what was said about the text, rather than with the text: importing anyway would guess. */
const misdirected = new Set(['zoneUnknown', 'dateUnknown'])

export function itemCount(snapshot: BoardSnapshot): number {
  return boardParts.reduce((count, part) => count + snapshot[part].length, 0)
}

/** A text as a draft of board items; or the problem for which there is nothing to add. */
export function draftOf(request: ImportRequest, newId: () => ItemId): Draft | { problem: Problem } {
  const { text, fileName, zone, date } = request
  const { format, snapshot, problems } = readMarkdown(text, { zone, date, newId, fileName })
  const wrong = problems.find(({ code }) => misdirected.has(code))
  const [first] = problems
  if (wrong) return { problem: wrong }
  if (first && itemCount(snapshot) === 0) return { problem: first }
  return { format, snapshot, problems, batch: batchOf(snapshot) ?? newId() }
}

function batchOf({
  timeline,
  causes,
  actions,
  kptNotes,
  freeNotes,
  people,
}: BoardSnapshot): ItemId | undefined {
  const [entry] = timeline
  if (entry?.source) return entry.source.batch
  const others = [...causes, ...actions, ...kptNotes, ...freeNotes, ...people]
  return others.find(({ batch }) => batch !== null)?.batch ?? undefined
}
