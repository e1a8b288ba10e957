import { detectSource, draftFor, readMarkdown } from '@kintsugi/exchange'
import { type BoardId, type BoardSnapshot, boardParts, type ItemId, type Problem } from '@kintsugi/model'
import type { ImportRequest } from '@kintsugi/protocol'

export interface Draft {
  format: string
  /** Id that all items of the draft carry. */
  batch: ItemId
  snapshot: BoardSnapshot
  problems: Problem[]
}

/** Problems with what was said about the text, rather than with the text: reading it anyway would be guessing. */
const misdirected = new Set(['zoneUnknown', 'dateUnknown'])

export function itemCount(snapshot: BoardSnapshot): number {
  return boardParts.reduce((count, part) => count + snapshot[part].length, 0)
}

/** The problem for which there is nothing to do with a text that was read; undefined where there is. */
export function whyUnfit({ snapshot, problems }: Pick<Draft, 'snapshot' | 'problems'>): Problem | undefined {
  const wrong = problems.find(({ code }) => misdirected.has(code))
  return wrong ?? (itemCount(snapshot) === 0 ? problems[0] : undefined)
}

/** A text as a draft of items of this board; or the problem for which there is nothing to add. */
export function draftOf(
  boardId: BoardId,
  request: ImportRequest,
  newId: () => ItemId,
): Draft | { problem: Problem } {
  const { text, fileName, zone, date } = request
  const read = detectSource(text, fileName)?.read ?? readMarkdown
  const reading = read(text, { zone, date, newId, fileName })
  const { format, problems } = reading
  // Who speaks in a chat becomes a participant only where a person says so, in the dialog.
  const snapshot = reading.speakers ? { ...reading.snapshot, people: [] } : reading.snapshot
  const problem = whyUnfit({ snapshot, problems })
  if (problem) return { problem }
  // Somebody may be importing the same text in a browser right now.
  const { draft } = draftFor(boardId, { format, snapshot })
  return { format, snapshot: draft, problems, batch: batchOf(draft) ?? newId() }
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
