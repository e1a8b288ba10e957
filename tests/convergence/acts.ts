import * as board from '@kintsugi/board'
import { applyTemplate } from '@kintsugi/board/templates'
import {
  actionAims,
  type BoardSnapshot,
  boardParts,
  causeKinds,
  causeSchema,
  emptySnapshot,
  type ItemId,
  idFromBytes,
  incidentTexts,
  kptColumns,
  linkKinds,
  milestones,
  richTextOf,
  severities,
  timelineEntrySchema,
  timelineEntryTexts,
} from '@kintsugi/model'
import { templateContentSchema } from '@kintsugi/model/templates'
import * as Y from 'yjs'
import type { Replica } from './replica.ts'

/** Numbers that choose: the same numbers on the same board do the same. */
export type Dice = { a: number; b: number; c: number }
type Act = (on: Replica, dice: Dice) => void

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length]
const one = <T>(list: readonly T[], number: number): T => list[number % list.length] as T
export const letterOf = (replica: Replica): string => one([...'abcdefgh'], replica.index)
const wordOf = (replica: Replica, length: number): string => letterOf(replica).repeat((length % 5) + 1)
const textBy = (replica: Replica, length: number) =>
  richTextOf([wordOf(replica, length), ...(length % 3 === 0 ? [wordOf(replica, length + 1)] : [])].join('\n'))
const idFrom = ({ a, b, c }: Dice): string =>
  idFromBytes(new Uint8Array(new Uint32Array([a, b, c, 0]).buffer))
const nobody = 'AAAAAAAAAAAAAAAAAAAAAA'

export const idsOf = (snapshot: BoardSnapshot): ItemId[] =>
  boardParts.flatMap((part) => snapshot[part].map((item) => item.id))
const idIn = (on: Replica, part: (typeof boardParts)[number], number: number): ItemId =>
  pick<{ id: ItemId }>(on.watch.getSnapshot()[part], number)?.id ?? nobody
const anyId = (on: Replica, number: number): ItemId => pick(idsOf(on.watch.getSnapshot()), number) ?? nobody

function anyText(on: Replica, { a, b }: Dice): board.TextRef {
  const snapshot = on.watch.getSnapshot()
  const refs: board.TextRef[] = [
    ...incidentTexts.map((field) => ({ part: 'incident' as const, field })),
    ...snapshot.timeline.map(({ id }) => ({
      part: 'timeline' as const,
      id,
      field: one(timelineEntryTexts, b),
    })),
    ...(['causes', 'kptNotes', 'actions', 'freeNotes'] as const).flatMap((part) =>
      snapshot[part].map(({ id }) => ({ part, id, field: 'text' })),
    ),
  ]
  return one(refs, a)
}

/** An editor's binding, as history knows it. */
const editor = { key: 'y-sync$' }
const xmlTexts = (parent: Y.XmlFragment): Y.XmlText[] =>
  parent
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? xmlTexts(child) : [],
    )

function type(
  on: Replica,
  dice: Dice,
  edit: (fragment: Y.XmlFragment, text: Y.XmlText | undefined) => void,
): void {
  const fragment = board.fragmentOf(on.board, anyText(on, dice))
  if (fragment === undefined) return
  on.doc.transact(() => edit(fragment, pick(xmlTexts(fragment), dice.c)), editor)
}
function paragraphOf(word: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(word)])
  return paragraph
}

/** Adds an own word to an item that somebody has just added. */
export function writeInto(on: Replica, id: ItemId): void {
  for (const part of boardParts) {
    const fragment = board.fragmentOf(on.board, { part, id, field: 'text' })
    if (fragment !== undefined)
      on.doc.transact(() => fragment.insert(0, [paragraphOf(wordOf(on, 3))]), editor)
  }
}

/** What a batch is known by to all: the last one of each replica can be removed by anybody. */
const batches = new WeakMap<Y.Doc, ItemId>()
function importDraft(on: Replica, { a, b, c }: Dice): void {
  const batch = on.newId()
  batches.set(on.doc, batch)
  const draft = emptySnapshot()
  const source = { format: 'test', batch, externalId: '', line: null, original: '' }
  draft.incident = { ...draft.incident, title: wordOf(on, a), summary: textBy(on, b) }
  draft.timeline = Array.from({ length: (b % 4) + 1 }, (_, index) =>
    timelineEntrySchema.parse({ id: on.newId(), text: textBy(on, index + c), source }),
  )
  draft.causes = [causeSchema.parse({ id: on.newId(), text: textBy(on, c), batch })]
  const [from, to] = [draft.timeline[0]?.id ?? nobody, draft.causes[0]?.id ?? nobody]
  draft.links = [{ kind: 'evidence', from, to }]
  draft.placements = { [to]: { x: a % 100, y: b % 100 } }
  board.importSnapshot(on.board, draft)
}

const betweenOf = (
  on: Replica,
  part: 'timeline' | 'causes' | 'actions' | 'kptNotes' | 'kptGroups',
  b: number,
  c: number,
): board.Between =>
  c % 3 === 0 ? {} : c % 3 === 1 ? { before: idIn(on, part, b) } : { after: idIn(on, part, b) }

/** Everything a participant can do. */
export const acts = {
  writeReport: (on, { a, b }) =>
    board.writeReport(on.board, (['first', 'interim', 'final'] as const)[a % 3] ?? 'final', {
      cause: b % 4 === 0 ? null : `cause ${b}`,
    }),
  addressReport: (on, { a }) => board.addressReport(on.board, { reportTo: `to ${a}` }),
  describeIncident: (on, { a, b }) =>
    board.describeIncident(
      on.board,
      a % 2 === 0 ? { title: wordOf(on, b) } : { severity: one(severities, b), tags: [wordOf(on, b)] },
    ),
  writeText: (on, dice) => board.writeText(on.board, anyText(on, dice), textBy(on, dice.c)),
  addTimelineEntry: (on, { a, b }) =>
    board.addTimelineEntry(on.board, { at: `2026-04-18T12:0${a % 5}:00Z`, text: textBy(on, b) }),
  changeTimelineEntry: (on, { a, b }) =>
    board.changeTimelineEntry(on.board, idIn(on, 'timeline', a), {
      at: b % 4 === 0 ? null : `2026-04-18T12:0${b % 5}:00Z`,
      milestone: b % 3 === 0 ? null : { name: one(milestones, b), suggested: false },
    }),
  addEvidence: (on, { a, b }) =>
    board.addEvidence(on.board, idIn(on, 'timeline', a), {
      url: `https://example.org/${b}`,
      label: wordOf(on, b),
    }),
  removeEvidence: (on, { a, b }) => {
    const entry = pick(on.watch.getSnapshot().timeline, a)
    board.removeEvidence(on.board, entry?.id ?? nobody, pick(entry?.evidence ?? [], b)?.id ?? nobody)
  },
  addCause: (on, { a, b, c }) => board.addCause(on.board, { text: textBy(on, a), placement: { x: b, y: c } }),
  addWhy: (on, { a, b }) => board.addWhy(on.board, idIn(on, 'causes', a), { text: textBy(on, b) }),
  changeCause: (on, { a, b }) =>
    board.changeCause(on.board, idIn(on, 'causes', a), {
      kind: one(causeKinds, b),
      acceptedRisk: wordOf(on, b),
    }),
  causeFromNote: (on, { a, b }) => board.causeFromNote(on.board, idIn(on, 'kptNotes', a), { x: b, y: b }),
  addKptNote: (on, { a, b }) =>
    board.addKptNote(on.board, { column: one(kptColumns, a), text: textBy(on, b) }),
  changeKptNote: (on, { a, b }) =>
    board.changeKptNote(on.board, idIn(on, 'kptNotes', a), { reusable: b % 2 === 0 }),
  moveKptNote: (on, { a, b, c }) =>
    board.moveKptNote(on.board, idIn(on, 'kptNotes', a), {
      column: one(kptColumns, b),
      ...betweenOf(on, 'kptNotes', b, c),
      ...(a % 3 === 0 ? {} : { group: c % 3 === 0 ? null : idIn(on, 'kptGroups', c) }),
    }),
  moveKptItems: (on, { a, b, c }) =>
    board.moveKptItems(
      on.board,
      [idIn(on, 'kptNotes', a), idIn(on, 'kptGroups', b), idIn(on, 'kptNotes', c)],
      { column: one(kptColumns, a), ...betweenOf(on, 'kptGroups', b, c) },
    ),
  keepsFromEntries: (on, { a, b }) =>
    board.keepsFromEntries(on.board, [idIn(on, 'timeline', a), idIn(on, 'timeline', b)]),
  declineKeeps: (on, { a }) => board.declineKeeps(on.board, [idIn(on, 'timeline', a)]),
  groupKptNotes: (on, { a, b, c }) =>
    board.groupKptNotes(on.board, [idIn(on, 'kptNotes', a), idIn(on, 'kptNotes', b)], wordOf(on, c)),
  changeKptGroup: (on, { a, b }) =>
    board.changeKptGroup(on.board, idIn(on, 'kptGroups', a), { name: wordOf(on, b) }),
  moveKptGroup: (on, { a, b }) =>
    board.moveKptGroup(on.board, idIn(on, 'kptGroups', a), { column: one(kptColumns, b) }),
  joinKptGroup: (on, { a, b, c }) =>
    board.joinKptGroup(on.board, idIn(on, 'kptNotes', a), c % 3 === 0 ? null : idIn(on, 'kptGroups', b)),
  ungroupKptNotes: (on, { a }) => board.ungroupKptNotes(on.board, idIn(on, 'kptGroups', a)),
  addAction: (on, { a, b }) => board.addAction(on.board, { text: textBy(on, a), aim: one(actionAims, b) }),
  changeAction: (on, { a, b }) =>
    board.changeAction(on.board, idIn(on, 'actions', a), { status: b % 2 === 0 ? 'done' : 'open' }),
  moveAction: (on, { a, b, c }) =>
    board.moveAction(on.board, idIn(on, 'actions', a), betweenOf(on, 'actions', b, c)),
  moveCause: (on, { a, b, c }) =>
    board.moveCause(on.board, idIn(on, 'causes', a), betweenOf(on, 'causes', b, c)),
  moveTimelineEntry: (on, { a, b, c }) =>
    board.moveTimelineEntry(on.board, idIn(on, 'timeline', a), betweenOf(on, 'timeline', b, c)),
  actionFromNote: (on, { a }) => board.actionFromNote(on.board, idIn(on, 'kptNotes', a)),
  addFreeNote: (on, { a, b }) =>
    board.addFreeNote(on.board, { text: textBy(on, a), placement: { x: a, y: b } }),
  addParticipant: (on, { a }) => board.addParticipant(on.board, { name: wordOf(on, a) }),
  changeParticipant: (on, { a, b }) =>
    board.changeParticipant(on.board, idIn(on, 'people', a), { attended: b % 2 === 0 }),
  acknowledgeGroundRules: (on, { a }) =>
    board.acknowledgeGroundRules(on.board, { name: `guest ${a % 3}`, at: '2026-04-20T01:00:00Z' }),
  addChecklistItem: (on, { a }) => board.addChecklistItem(on.board, { name: wordOf(on, a) }),
  changeChecklistItem: (on, { a, b }) =>
    board.changeChecklistItem(
      on.board,
      idIn(on, 'checklist', a),
      b % 2 === 0 ? { done: b % 4 === 0 } : { name: wordOf(on, b) },
    ),
  applyTemplate: (on, { a, b, c }) =>
    applyTemplate(
      on.board,
      templateContentSchema.parse({
        name: wordOf(on, a),
        groundRules: wordOf(on, b),
        checklist: [{ name: wordOf(on, c) }, { name: `${wordOf(on, c)}!` }],
        departments: [`department ${a % 3}`],
        severities: [one(severities, b)],
      }),
    ),
  placeItem: (on, { a, b, c }) => board.placeItem(on.board, anyId(on, a), { x: b, y: -c }),
  placeItems: (on, { a, b, c }) =>
    board.placeItems(on.board, { [anyId(on, a)]: { x: b, y: c }, [anyId(on, b)]: { x: c, y: a } }),
  linkItems: (on, { a, b, c }) => {
    const kind = one(linkKinds, c)
    const { from, to } = board.linkEnds[kind]
    board.linkItems(on.board, { kind, from: idIn(on, one(from, c), a), to: idIn(on, one(to, c), b) })
  },
  unlinkItems: (on, { a }) => {
    const link = pick(on.watch.getSnapshot().links, a)
    if (link !== undefined) board.unlinkItems(on.board, link)
  },
  putBackNotes: (on, { a }) => board.putBackNotes(on.board, [idIn(on, 'kptNotes', a)]),
  removeItems: (on, { a, b }) =>
    board.removeItems(on.board, [anyId(on, a), ...(b % 3 === 0 ? [anyId(on, b)] : [])]),
  importSnapshot: importDraft,
  removeImport: (on) => board.removeImport(on.board, batches.get(on.doc) ?? nobody),
  recoverCopy: (on, dice) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(on.doc))
    const copy = { ...on, doc, board: board.openBoard(doc, { newId: () => idFrom(dice) }) }
    const ref = anyText(on, dice)
    board.writeText(copy.board, ref, textBy(on, dice.c))
    // Every other time others have changed the same text since.
    if (dice.b % 2 === 0) board.writeText(on.board, ref, textBy(on, dice.a))
    board.recoverCopy(on.board, copy.board, { noteIdFor: () => idFrom(dice), note: (text) => text })
  },
} satisfies Record<Exclude<board.Verb, 'write'>, Act>

/** What an editor does in a text, and what nobody's editor should. */
export const writing: Readonly<Record<string, Act>> = {
  typeWord: (on, dice) =>
    type(on, dice, (fragment, text) => {
      if (text === undefined) fragment.insert(0, [paragraphOf(wordOf(on, dice.c))])
      else text.insert(dice.b % (text.length + 1), wordOf(on, dice.c))
    }),
  newParagraph: (on, dice) =>
    type(on, dice, (fragment) =>
      fragment.insert(dice.c % (fragment.length + 1), [paragraphOf(wordOf(on, dice.b))]),
    ),
  mark: (on, dice) =>
    type(on, dice, (_fragment, text) =>
      text?.format(0, text.length, { [dice.b % 2 === 0 ? 'bold' : 'code']: {} }),
    ),
  erase: (on, dice) =>
    type(on, dice, (_fragment, text) => text?.delete(0, Math.min(text.length, (dice.b % 3) + 1))),
  unknownNode: (on, dice) =>
    type(on, dice, (fragment) => {
      const mention = new Y.XmlElement('mention')
      mention.setAttribute('name', wordOf(on, dice.b))
      fragment.insert(fragment.length, [mention])
    }),
}
