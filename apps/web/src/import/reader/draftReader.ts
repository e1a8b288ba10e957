import type { ImportPiece } from '@kintsugi/board'
import {
  chosenFrom,
  decodeText,
  detectSource,
  draftFor,
  type ImportKeys,
  knownOf,
  type Reading,
  readMarkdown,
  withImportIds,
} from '@kintsugi/exchange'
import {
  type BoardItem,
  type BoardPart,
  type BoardSnapshot,
  boardParts,
  emptySnapshot,
  type ItemId,
  type Participant,
  type Problem,
  participantSchema,
  plainTextOf,
} from '@kintsugi/model'
import {
  type Order,
  type Piece,
  type Row,
  rowStatuses,
  type Settings,
  type Source,
  type Summary,
} from './messages.ts'
import { piecesOf } from './pieces.ts'
import { weighProblems } from './problemWeight.ts'

export interface ReadRequest {
  /** Null: what was given last. */
  source: Source | null
  settings: Settings
  boardId: string
  known: ImportKeys
}
export type Progress = (done: number, total: number) => void

interface Drafted {
  request: ReadRequest
  reading: Reading
  draft: BoardSnapshot
  rows: { part: BoardPart; item: BoardItem; status: number }[]
  known: ReadonlyMap<ItemId, ItemId>
  speakerOf: ReadonlyMap<ItemId, string>
  reasons: ReadonlyMap<number, Problem>
  lost: Problem[]
  notes: Problem[]
  batch: ItemId | null
}

/** So much of a text is shown in a row. */
const shownText = 300
/** In the order of the preview: what happened first. */
const shownParts: readonly BoardPart[] = [
  'timeline',
  'causes',
  'actions',
  'kptNotes',
  'kptGroups',
  'people',
  'freeNotes',
  'checklist',
]

/** Reads, compares and hands out in windows. Knows no worker: that is its caller. */
export function createDraftReader(newId: () => ItemId) {
  let text: Written | { problem: Problem } | null = null
  let drafted: Drafted | null = null
  let pieces: Iterator<ImportPiece> | null = null

  const current = (): Drafted => {
    if (drafted === null) throw new Error('nothing was read')
    return drafted
  }

  function read(request: ReadRequest, progress: Progress): Summary {
    pieces = null
    drafted = null
    if (request.source) text = textOf(request.source)
    if (text === null) throw new Error('nothing to read')
    if ('problem' in text) return summaryOfNothing(text.problem, request)
    const { zone, date, mapping } = request.settings
    const reader = detectSource(text.text, text.fileName)?.read ?? readMarkdown
    const reading = reader(text.text, {
      zone: zone === '' ? null : zone,
      date: date === '' ? null : date,
      newId,
      fileName: text.fileName,
      onProgress: progress,
      ...(mapping ? { mapping } : {}),
    })
    drafted = draftFrom(request, { ...reading, problems: [...text.problems, ...reading.problems] })
    return summaryOf(drafted)
  }

  function order({ chosen, casting }: Order): number {
    const { request, draft, rows, known, speakerOf, batch } = current()
    const wanted = new Set(rows.filter((_, index) => chosen[index] === 1).map(({ item }) => item.id))
    const people: Participant[] = Object.entries(casting)
      .filter(([, { participant }]) => participant)
      .map(([name, { role }]) =>
        participantSchema.parse({ id: newId(), name: name.slice(0, 100), role: role.slice(0, 100), batch }),
      )
    const cast = withImportIds(request.boardId, { ...emptySnapshot(), people }).draft
    const there = knownOf(request.known, cast)
    const picked = chosenFrom(
      request.known,
      {
        ...draft,
        timeline: draft.timeline.map((entry) => {
          const role = casting[speakerOf.get(entry.id) ?? '']?.role.trim().slice(0, 100) ?? ''
          return role === '' ? entry : { ...entry, actor: role }
        }),
      },
      { known, isChosen: (id) => wanted.has(id), newId },
    )
    const all = { ...picked, people: [...picked.people, ...cast.people.filter(({ id }) => !there.has(id))] }
    pieces = piecesOf(all)
    return boardParts.reduce((sum, part) => sum + all[part].length, 0)
  }

  return {
    read,
    order,
    rows: (indices: readonly number[]): Row[] => indices.map((index) => rowAt(current(), index)),
    problems: (weight: 'lost' | 'notes', from: number, to: number): Problem[] =>
      current()[weight].slice(from, to),
    piece(): Piece {
      const next = pieces?.next()
      return { batch: current().batch, piece: next === undefined || next.done ? null : next.value }
    },
  }
}

/** A text with its name, and the lines that could not be decoded. */
interface Written {
  text: string
  fileName: string
  problems: readonly Problem[]
}
function textOf(source: Source): Written | { problem: Problem } {
  const { fileName } = source
  if ('text' in source) return { text: source.text, fileName, problems: [] }
  const { text, encoding, problems } = decodeText(new Uint8Array(source.bytes))
  return encoding === null
    ? { problem: { code: 'notText', line: null, args: {} } }
    : { text, fileName, problems }
}

function draftFrom(request: ReadRequest, reading: Reading): Drafted {
  const { draft, idOf } = draftFor(request.boardId, reading)
  const known = knownOf(request.known, draft)
  const { lost, notes, reasons } = weighProblems(reading)
  // Whether somebody who speaks is named on the board is asked beside the role, not as a row.
  const names = new Set((reading.speakers ?? []).map(({ name }) => name.slice(0, 100)))
  const isRow = (item: BoardItem): boolean => !('department' in item && names.has(item.name))
  const rows = shownParts.flatMap((part) =>
    (draft[part] as BoardItem[]).filter(isRow).map((item) => ({ part, item, status: statusOf(item, known) })),
  )
  const speakers = Object.entries(reading.speakerOf ?? {})
  return {
    request,
    reading,
    draft,
    rows,
    known,
    speakerOf: new Map(speakers.map(([id, name]) => [idOf.get(id) ?? id, name])),
    reasons,
    lost,
    notes,
    batch: batchOf(draft),
  }
}

function statusOf(item: BoardItem, known: ReadonlyMap<ItemId, ItemId>): number {
  if (known.has(item.id)) return rowStatuses.indexOf('duplicate')
  const timeless = 'at' in item && item.at === null && item.day === null
  return rowStatuses.indexOf(timeless ? 'unreadable' : 'new')
}

function batchOf(draft: BoardSnapshot): ItemId | null {
  for (const part of boardParts) {
    for (const item of draft[part] as BoardItem[]) {
      const batch = 'source' in item ? item.source?.batch : 'batch' in item ? item.batch : null
      if (batch) return batch
    }
  }
  return null
}

function summaryOf({ reading, draft, rows, lost, notes }: Drafted): Summary {
  const times = draft.timeline.flatMap(({ at }) => at ?? []).toSorted()
  return {
    format: reading.format,
    parts: Uint8Array.from(rows, ({ part }) => boardParts.indexOf(part)),
    statuses: Uint8Array.from(rows, ({ status }) => status),
    zone: draft.incident.timeZone,
    problems: { lost: lost.length, notes: notes.length },
    nothing: rows.length === 0 ? (reading.problems[0] ?? { code: 'empty', line: null, args: {} }) : null,
    first: times[0] ?? null,
    last: times.at(-1) ?? null,
    suggested: draft.timeline.some(({ milestone }) => milestone?.suggested),
    speakers: reading.speakers ?? [],
    columns: reading.columns ?? null,
  }
}

function summaryOfNothing(problem: Problem, { settings }: ReadRequest): Summary {
  const none = new Uint8Array()
  return {
    format: '',
    parts: none,
    statuses: none,
    zone: settings.zone,
    problems: { lost: 0, notes: 0 },
    nothing: problem,
    first: null,
    last: null,
    suggested: false,
    speakers: [],
    columns: null,
  }
}

function rowAt({ rows, speakerOf, reasons }: Drafted, index: number): Row {
  const row = rows[index]
  if (row === undefined) throw new Error(`no row ${index}`)
  const { part, item, status } = row
  const timed = 'at' in item ? item : null
  const line = timed?.source?.line ?? null
  return {
    index,
    part,
    status: rowStatuses[status] ?? 'new',
    kind: 'kind' in item ? item.kind : 'slot' in item ? item.slot.column : '',
    text: ('text' in item ? plainTextOf(item.text) : item.name).trim().slice(0, shownText),
    at: timed?.at ?? null,
    until: timed?.until ?? null,
    approx: timed?.approx ?? false,
    day: timed?.day ?? null,
    milestone: timed?.milestone ?? null,
    speaker: speakerOf.get(item.id) ?? null,
    reason: line === null || timed?.at != null ? null : (reasons.get(line) ?? null),
  }
}
