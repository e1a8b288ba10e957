import {
  type BoardSnapshot,
  boardParts,
  boardSnapshotSchema,
  emptySnapshot,
  limits,
  type Problem,
  snapshotFormat,
} from '@kintsugi/model'
import type { ReadContext, Reading, Source } from './source.ts'

const format = 'json'
/** Far more than a board has (rich text ends at 24 containers), far less than what exhausts a stack. */
const deepest = 200

const refuse = (code: string, args: Problem['args'] = {}, line: number | null = null): Problem => ({
  code,
  args,
  line,
})

/** How deep brackets nest, words in quotes left out. */
function depthOf(text: string): number {
  let depth = 0
  let most = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    if (sign === 92 && quoted) i++
    else if (sign === 34) quoted = !quoted
    else if (!quoted && (sign === 123 || sign === 91)) most = Math.max(most, ++depth)
    else if (!quoted && (sign === 125 || sign === 93)) depth--
  }
  return most
}

function parsed(text: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const line = at === undefined ? null : text.slice(0, Number(at)).split('\n').length
    return { problem: refuse('boardJsonBroken', {}, line) }
  }
}

/**
 * A board's JSON as it was written, ids and all; a finalized revision's board too. Nothing is added and nothing that
 * the format has is lost.
 */
export function readBoardJson(raw: string): { snapshot: BoardSnapshot } | { problem: Problem } {
  const text = raw.replace(/^\ufeff/, '')
  if (text.trim() === '') return { problem: refuse('empty') }
  if (text.length > limits.boardBytes * 2)
    return { problem: refuse('tooLarge', { limit: limits.boardBytes * 2, size: text.length }) }
  if (depthOf(text) > deepest) return { problem: refuse('boardJsonBroken') }
  const json = parsed(text)
  if ('problem' in json) return json
  const { value } = json
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: refuse('boardJsonForeign', { format: snapshotFormat }) }
  const board = 'snapshot' in value ? value.snapshot : value
  if (typeof board !== 'object' || board === null || !('format' in board) || board.format !== snapshotFormat)
    return { problem: refuse('boardJsonForeign', { format: snapshotFormat }) }
  const read = boardSnapshotSchema.safeParse(board)
  if (!read.success) {
    const [issue] = read.error.issues
    return {
      problem: refuse('boardJsonInvalid', {
        path: issue?.path.join('.') ?? '',
        reason: issue?.message ?? '',
      }),
    }
  }
  const count = boardParts.reduce((sum, part) => sum + read.data[part].length, 0)
  if (count > limits.itemsPerBoard)
    return { problem: refuse('tooManyRows', { limit: limits.itemsPerBoard, count }) }
  return { snapshot: read.data }
}

/** Everything of one import carries its batch, so that it can be taken back; where an entry came from otherwise stays known. */
function inBatch(snapshot: BoardSnapshot, batch: string): BoardSnapshot {
  const carried = <T extends { batch: string | null }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, batch }))
  return {
    ...snapshot,
    boardId: null,
    people: carried(snapshot.people),
    timeline: snapshot.timeline.map((entry) => ({
      ...entry,
      source: entry.source
        ? { ...entry.source, batch }
        : { format, batch, externalId: entry.id, line: null, original: '' },
    })),
    causes: carried(snapshot.causes),
    kptNotes: carried(snapshot.kptNotes),
    kptGroups: carried(snapshot.kptGroups),
    actions: carried(snapshot.actions),
    freeNotes: carried(snapshot.freeNotes),
    checklist: carried(snapshot.checklist),
    // What another board could not read is no item here.
    unreadable: [],
  }
}

function read(text: string, { newId }: ReadContext): Reading {
  const found = readBoardJson(text)
  if ('problem' in found) return { format, snapshot: emptySnapshot(), problems: [found.problem] }
  return { format, snapshot: inBatch(found.snapshot, newId()), problems: [] }
}

function detect(text: string): number {
  return /^\ufeff?\s*\{/.test(text.slice(0, 200)) && text.includes(`"${snapshotFormat}"`) ? 0.99 : 0
}

export const jsonSource = { format, detect, read } satisfies Source
