import { isDeepStrictEqual } from 'node:util'
import { openBoard, readSnapshot, seedBoard, type Verb } from '@kintsugi/board'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { idsOf, letterOf, writeInto } from './acts.ts'
import { expectAdmitted, expectInvariants, lettersIn } from './invariants.ts'
import { Replica, type Update } from './replica.ts'
import { perform, type Scenario, type Step, scenario } from './scenario.ts'

const seeds = Number(process.env.SEEDS ?? 200)
const seed = Number(process.env.SEED ?? 20260418)

/** Participants, and a network that loses, repeats, reorders and splits. */
class Room {
  readonly replicas: Replica[] = []
  readonly log: Update[] = []

  constructor(count: number) {
    const seeded = new Y.Doc()
    seeded.clientID = 1
    seedBoard(seeded, { boardId: 'boardboardboardboardbo' })
    const ids = { next: 0 }
    const birth = new Uint8Array(Y.encodeStateAsUpdate(seeded))
    this.log.push(birth)
    for (let index = 0; index < count; index += 1) {
      const replica = new Replica(index, (from, update) => this.#broadcast(from, update), ids)
      Y.applyUpdate(replica.doc, birth, 'network')
      this.replicas.push(replica)
    }
  }

  #broadcast(from: number, update: Update): void {
    this.log.push(update)
    for (const replica of this.replicas) if (replica.index !== from) replica.inbox.push({ from, update })
  }

  at(number: number): Replica {
    return this.replicas[number % this.replicas.length] as Replica
  }

  run(step: Step): Replica[] {
    if (step.do === 'partition') {
      for (const replica of this.replicas) replica.group = step.groups[replica.index] ?? 0
      return []
    }
    const replica = this.at(step.on)
    if (step.do === 'takeBack') return this.#takeBack(replica, this.at(step.with), step)
    if (step.do === 'exchange') {
      const other = this.at(step.with)
      if (other !== replica && other.group === replica.group) replica.exchange(other)
      return [replica, other]
    }
    if (step.do === 'act') perform[step.name]?.(replica, step.dice)
    else if (step.do === 'restart') replica.restart()
    else if (step.do === 'undo') undo(replica)
    else if (step.do === 'redo') replica.history.redo()
    else this.#mail(replica, step)
    return [replica]
  }

  #takeBack(replica: Replica, other: Replica, { name, dice }: Extract<Step, { do: 'takeBack' }>): Replica[] {
    if (other === replica) return [replica]
    const before = new Set(idsOf(replica.watch.getSnapshot()))
    perform[name]?.(replica, dice)
    replica.exchange(other)
    const fresh = idsOf(other.watch.getSnapshot()).find((id) => !before.has(id))
    if (fresh === undefined) perform.typeWord?.(other, dice)
    else writeInto(other, fresh)
    replica.exchange(other)
    undo(replica)
    return [replica, other]
  }

  #mail(replica: Replica, step: Extract<Step, { message: number }>): void {
    const reach = replica.inbox.filter(({ from }) => this.replicas[from]?.group === replica.group)
    if (step.do === 'deliverAll') {
      replica.inbox = replica.inbox.filter((message) => !reach.includes(message))
      for (const { update } of reach) Y.applyUpdate(replica.doc, update, 'network')
      return
    }
    const message = reach[step.message % reach.length]
    if (message === undefined) return
    if (step.do !== 'repeat') replica.inbox.splice(replica.inbox.indexOf(message), 1)
    if (step.do !== 'drop') Y.applyUpdate(replica.doc, message.update, 'network')
  }

  /** Everybody hears everything. */
  settle(): void {
    for (let round = 0; round < 2; round += 1) {
      for (const replica of this.replicas) if (replica !== this.at(0)) this.at(0).exchange(replica)
    }
  }
}

/** Steps that copy others' words into something of one's own, which undoing takes away again. */
const copying: readonly Verb[] = ['causeFromNote', 'actionFromNote', 'keepsFromEntries']

/** Undo is mine: whatever it takes back, nobody else's letters get fewer. */
function undo(replica: Replica): void {
  const before = lettersIn(replica.watch.getSnapshot())
  const result = replica.history.undo()
  if (result === undefined || copying.includes(result.verb)) return
  const after = lettersIn(replica.watch.getSnapshot())
  for (const [letter, count] of before) {
    if (letter === letterOf(replica)) continue
    const left = after.get(letter) ?? 0
    if (left < count) expect.fail(`undoing ${result.verb} took ${count - left} letters of ${letter}`)
  }
}

function play({ replicas, steps }: Scenario): void {
  const room = new Room(replicas)
  for (const step of steps) {
    for (const replica of room.run(step)) {
      expectInvariants(replica)
      expect(replica.notifications).toBeLessThanOrEqual(replica.transactions)
    }
  }
  room.settle()
  const reloaded = new Y.Doc()
  for (const update of room.log.toReversed()) Y.applyUpdate(reloaded, update)
  expectAdmitted(reloaded)
  const truth = readSnapshot(openBoard(reloaded, { newId: () => '' }))
  for (const replica of room.replicas) {
    expectInvariants(replica)
    const snapshot = replica.watch.getSnapshot()
    if (!isDeepStrictEqual(snapshot, truth)) expect(snapshot).toEqual(truth)
  }
}

it(`[BD20] [BD21] [BD22] copies agree after any delivery, and are sound at every step (${seeds} seeds)`, {
  timeout: 60_000 + seeds * 2_000,
}, () => {
  fc.assert(fc.property(scenario(Number(process.env.STEPS ?? 200)), play), {
    numRuns: seeds,
    seed,
    endOnFailure: process.env.SHRINK === '0',
  })
})
