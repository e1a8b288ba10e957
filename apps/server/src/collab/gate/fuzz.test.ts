import { isDeepStrictEqual } from 'node:util'
import * as B from '@kintsugi/board'
import { idFromBytes, richTextOf } from '@kintsugi/model'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { apply } from '../apply.ts'
import { fold } from '../checkpoint.ts'
import { fill } from '../load.ts'
import { type Dice, damage, diceOf, invent } from '../testing/mutate.ts'
import { type GateContext, gate } from './gate.ts'

/** `FUZZ=10000000` for the full campaign, `SEED=…` for another one. */
const cases = Number(process.env.FUZZ ?? 50_000)
const seed = Number(process.env.SEED ?? 1)
const perBoard = 500
const mallory = 666

type Campaign = { judged: number; passed: number; refused: Map<string, number>; trouble: string[] }

/** One under an id that lies are told about. */
const sealed: readonly B.RevealedNote[] = ['a', 'b'].map((letter) => ({
  id: letter.repeat(22),
  column: 'keep',
  text: richTextOf(`nobody\nsaid ${letter}`),
  author: null,
  seal: letter.repeat(43),
}))
/** All that is their authors' alone of the sealed notes, as it lies in the document. */
function sealedWords(doc: Y.Doc): string {
  return JSON.stringify(
    sealed.map(({ id }) => {
      const note = doc.getMap('kptNotes').get(id)
      if (!(note instanceof Y.Map)) return null
      return ['seal', 'author', 'batch', 'text'].map((key) => String(note.get(key)))
    }),
  )
}

it('[GT14] [GT15] damaged and invented updates: none throws, none parks, no sealed note is changed, and what passes reloads the same', () => {
  const campaign: Campaign = { judged: 0, passed: 0, refused: new Map(), trouble: [] }
  for (let board = 0; campaign.judged < cases && campaign.trouble.length === 0; board++)
    attack(diceOf(seed * 1_000_003 + board), campaign)
  const refused = [...campaign.refused].map(([code, count]) => `${code} ${count}`).join(', ')
  if (process.env.FUZZ !== undefined) {
    console.error(
      `${campaign.judged} judged, ${campaign.passed} passed; ${refused}; ${campaign.trouble.join('\n')}`,
    )
  }
  expect(campaign.trouble).toEqual([])
  // A campaign in which nothing passes, or in which nothing is turned away, has tested nothing.
  expect(campaign.passed).toBeGreaterThan(cases / 20)
  expect(campaign.refused.size).toBeGreaterThan(4)
}, 120_000)

/** One board, with honest writers and a liar among them. */
function attack(dice: Dice, campaign: Campaign): void {
  const newId = idsFrom(dice)
  const live = docFrom(dice)
  B.seedBoard(live, { boardId: newId(), title: 'A board' })
  B.reveal(B.openBoard(live, { newId }), { notes: [...sealed], changes: [], rounds: [] })
  const words = sealedWords(live)
  const checkpoint = Y.encodeStateAsUpdate(live)
  const log: Uint8Array[] = []
  const honestDoc = docFrom(dice)
  const honest = writer(live, honestDoc, newId)
  let liar = writer(live, docFrom(dice), newId)
  // Nobody writes under the honest client's id but the honest client.
  const ownershipOf =
    (isHonest: boolean): GateContext['ownershipOf'] =>
    (clientId) =>
      isHonest || clientId !== honestDoc.clientID ? 'own' : 'foreign'
  const pool: Uint8Array[] = [checkpoint]

  const judge = (update: Uint8Array, isHonest: boolean): boolean => {
    const verdict = gate(live, update, { ownershipOf: ownershipOf(isHonest), trusted: false })
    if (isHonest && verdict.kind !== 'new' && verdict.kind !== 'known') {
      campaign.trouble.push(`honest: ${JSON.stringify(verdict)}`)
    }
    if (verdict.kind === 'refused') {
      const { code } = verdict.problem
      campaign.refused.set(code, (campaign.refused.get(code) ?? 0) + 1)
      if (code === 'unjudgeable') campaign.trouble.push(`unjudgeable: ${verdict.problem.args.reason}`)
    }
    if (verdict.kind !== 'new') return false
    const error = apply(live, verdict.bytes, verdict.reach)
    if (error !== undefined)
      campaign.trouble.push(`apply: ${error} by ${Buffer.from(update).toString('hex')}`)
    if (sealedWords(live) !== words)
      campaign.trouble.push(`a sealed note was changed by ${Buffer.from(update).toString('hex')}`)
    log.push(verdict.bytes)
    if (!isHonest) campaign.passed += 1
    return true
  }

  for (let n = 0; n < perBoard && campaign.trouble.length === 0; n++) {
    if (dice.chance(0.15)) {
      for (const update of honest(dice)) {
        pool.push(update)
        judge(update, true)
      }
    }
    campaign.judged += 1
    if (dice.chance(0.5)) {
      judge(invent(live, mallory + dice.below(3), dice), false)
      continue
    }
    // Honest work of the liar's own, damaged; and then what it was, which need not fit any more.
    const [update] = liar(dice)
    if (update === undefined) continue
    if (judge(damage(update, pool, dice), false)) liar = writer(live, docFrom(dice), newId)
    judge(update, false)
  }
  if (campaign.trouble.length > 0) return
  const read = (doc: Y.Doc) => B.readSnapshot(B.openBoard(doc, { newId }))
  // Keys may come in another order; what they hold may not.
  const same = (doc: Y.Doc): boolean => isDeepStrictEqual(read(doc), read(live))
  const reloaded = new Y.Doc()
  const updates = log.map((bytes, seq) => ({ seq, bytes }))
  if (!fill(reloaded, { checkpoint, checkpointRows: 0, updates })) campaign.trouble.push('does not load')
  else if (!same(reloaded)) campaign.trouble.push('reloads differently')
  const folded = fold(checkpoint, log)
  if (folded === undefined) campaign.trouble.push('does not fold')
  else {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, folded)
    if (!same(doc)) campaign.trouble.push('folds differently')
  }
}

/** Somebody who works on the board as it is, lies included. */
function writer(live: Y.Doc, doc: Y.Doc, newId: () => string): (dice: Dice) => Uint8Array[] {
  const board = B.openBoard(doc, { newId })
  const history = B.openHistory(board)
  return (dice) => {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(live, Y.encodeStateVector(doc)), 'server')
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array): void => void updates.push(update)
    doc.on('update', collect)
    const ids = B.readSnapshot(board).timeline.map((entry) => entry.id)
    const verb = dice.below(7)
    if (verb === 0 || ids.length === 0) B.addTimelineEntry(board, { text: richTextOf('one\ntwo') })
    else if (verb === 1) B.removeItems(board, [dice.pick(ids)])
    else if (verb === 2) undo(history)
    else if (verb === 6) B.moveKptNote(board, dice.pick(sealed).id, { column: dice.pick(['keep', 'try']) })
    else if (verb === 3) B.changeTimelineEntry(board, dice.pick(ids), { actor: `a${dice.below(9)}` })
    else {
      const ref = { part: 'timeline', id: dice.pick(ids), field: 'text' } as const
      const text = richTextOf(dice.pick(['other', 'one\nand\ntwo', 'one']))
      // Where a lie lies in the way, an honest verb may have nothing to write in.
      B.writeText(board, ref, text)
    }
    doc.off('update', collect)
    return updates
  }
}

const idsFrom = (dice: Dice) => (): string =>
  idFromBytes(Uint8Array.from({ length: 16 }, () => dice.below(256)))
function docFrom(dice: Dice): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1000 + dice.below(1_000_000_000)
  return doc
}

/** Yjs' undo can throw where what it would bring back has been collected. That is the client's trouble, not the gate's. */
function undo(history: B.BoardHistory): void {
  try {
    history.undo()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}
