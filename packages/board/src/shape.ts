import { type BoardPart, boardParts, type IncidentText, type ItemId, incidentTexts } from '@kintsugi/model'
import * as Y from 'yjs'

/** What a root holds: a map of things by key, or one rich text. */
export type RootKind = 'map' | 'xml'

const textRoots = {
  summary: 'incidentSummary',
  impact: 'incidentImpact',
  lessons: 'incidentLessons',
  groundRules: 'incidentGroundRules',
} as const satisfies Record<IncidentText, string>

const mapRoots = ['incident', ...boardParts, 'rounds', 'links', 'placements', 'meta'] as const
export type MapRoot = (typeof mapRoots)[number]

/** Every root of a board's document. There is no other. */
export const boardRoots: readonly { name: string; kind: RootKind }[] = [
  ...mapRoots.map((name) => ({ name, kind: 'map' as const })),
  ...incidentTexts.map((field) => ({ name: textRoots[field], kind: 'xml' as const })),
]

const contents: unique symbol = Symbol('contents')
/** A live board. What it holds is reached through verbs, `watchBoard` and `readSnapshot` only. */
export interface Board {
  readonly [contents]: { readonly doc: Y.Doc; readonly newId: () => string }
}
/** Where ids come from: 22 base64url characters of fresh randomness each. */
export type BoardEnv = { newId: () => string }

export function openBoard(doc: Y.Doc, env: BoardEnv): Board {
  const board: Board = { [contents]: { doc, newId: env.newId } }
  // A root that came over the wire has no kind until somebody names it.
  allRoots(board)
  return board
}
export const docOf = (board: Board): Y.Doc => board[contents].doc
export const newIdOn = (board: Board): ItemId => board[contents].newId()

export type Things = Y.Map<unknown>
export const rootMap = (doc: Y.Doc, name: MapRoot): Things => doc.getMap(name)
export const things = (board: Board, name: MapRoot): Things => rootMap(docOf(board), name)
export const incidentFragment = (board: Board, field: IncidentText): Y.XmlFragment =>
  docOf(board).getXmlFragment(textRoots[field])

/** All roots as Yjs types: the scope of undo. */
export function allRoots(board: Board): (Things | Y.XmlFragment)[] {
  return [
    ...mapRoots.map((name) => things(board, name)),
    ...incidentTexts.map((field) => incidentFragment(board, field)),
  ]
}

/** Which root a type is; the incident's texts count as the incident. */
export function rootNames(board: Board): ReadonlyMap<unknown, MapRoot> {
  return new Map<unknown, MapRoot>([
    ...mapRoots.map((name): [unknown, MapRoot] => [things(board, name), name]),
    ...incidentTexts.map((field): [unknown, MapRoot] => [incidentFragment(board, field), 'incident']),
  ])
}

/** The item as it lies in the document; undefined where it is not, or is no item at all. */
export function itemIn(board: Board, part: BoardPart, id: ItemId): Things | undefined {
  const item = things(board, part).get(id)
  return item instanceof Y.Map ? (item as Things) : undefined
}

/** The part an item lies in. */
export function partOf(board: Board, id: ItemId): BoardPart | undefined {
  return boardParts.find((part) => itemIn(board, part, id) !== undefined)
}

/** Names one rich text of the board. */
export type TextRef =
  | { part: 'incident'; field: IncidentText }
  | { part: BoardPart; id: ItemId; field: string }

export function fragmentOf(board: Board, ref: TextRef): Y.XmlFragment | undefined {
  if (ref.part === 'incident') return incidentFragment(board, ref.field)
  const text = itemIn(board, ref.part, ref.id)?.get(ref.field)
  return text instanceof Y.XmlFragment ? text : undefined
}
