import type { KptColumn, Problem, Round } from '@kintsugi/model'
import type { LiveRound } from '@kintsugi/protocol'
import { ProblemError, problemOf } from '../live/problemError.ts'
import { createCell, type Readable } from '../live/readable.ts'
import { type Access, accessOf, dealKey, missingDeals } from './access.ts'
import { markLate, tidy } from './ageing.ts'
import {
  freeTokens,
  type KeptRound,
  noteChanged,
  type OwnNote,
  unvote,
  vote,
  withNote,
  withoutNote,
} from './keptRound.ts'
import { openKeptRounds } from './keptRounds.ts'
import { isFinal, nextUnsent, troubleOf, waitAfter, wrongWith } from './outbox.ts'
import type { RoundLine } from './roundLine.ts'
import type { RoundStore } from './roundStore.ts'
import type { OwnSignedNote } from './roundsApi.ts'
import type { RoundTools } from './roundTools.ts'
import { keepRefused, sendOne } from './sendOne.ts'
import { takeDeal } from './takeDeal.ts'

export interface RoundView {
  /** The round that is going on; null where none is, or nobody has said yet. */
  readonly live: LiveRound | null
  readonly access: Access
  readonly kept: ReadonlyMap<string, KeptRound>
  /** One's own signed notes while they are hidden. */
  readonly signed: readonly OwnSignedNote[]
  /** Why what was written is not in yet. It is kept on this device, and sent again. */
  readonly trouble: Problem | null
  /** False: the browser keeps nothing for this site. */
  readonly lasts: boolean
}

/** One person's side of the rounds of one board. React-free. */
export interface RoundDesk {
  readonly view: Readable<RoundView>
  hear(live: LiveRound | null, published: readonly Round[]): void
  /** Resolves once it is kept on this device; it is sent at once, and again until it is in. */
  write(note: { column: KptColumn; text: string; signed: boolean }): Promise<void>
  /** An own anonymous note; null takes it away. */
  change(roundId: string, note: OwnNote, text: string | null): Promise<void>
  changeSigned(noteId: string, text: string | null): Promise<void>
  /** A note that was refused goes out of the list. What cannot be kept is told to `onLost`; so with votes. */
  drop(roundId: string, note: OwnNote): Promise<void>
  vote(topic: string, by: 1 | -1): Promise<void>
  retry(): void
  /** Keys, tokens and own notes of this board on this device. The notes stay where they are; nobody can change them any more. */
  forget(): Promise<void>
  close(): void
}

export interface RoundDeskParts {
  /** This person's principal. */
  readonly me: string
  readonly store: RoundStore
  readonly line: RoundLine
  readonly tools: () => Promise<RoundTools>
  /** A vote, or a later word on a note, that the server will never take, or that this device could not keep. */
  readonly onLost: (why: unknown) => void
}

const lostTokens = ['tokenSpent', 'tokenInvalid']

export async function openRoundDesk(parts: RoundDeskParts): Promise<RoundDesk> {
  const { me, store, line, tools, onLost } = parts
  const kept = await openKeptRounds(store)
  const accused = new Set<string>()
  const elsewhere = new Set<string>()
  const takenAt = new Map<string, number>()
  let live: LiveRound | null = null
  let published: readonly Round[] = []
  let signed: readonly OwnSignedNote[] = []
  let trouble: Problem | null = null
  let failures = 0
  let closed = false
  let flushing = false
  let taking = false
  let isMoreToTake = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const onBoard = (roundId: string): Round | undefined => published.find(({ id }) => id === roundId)
  function look(): RoundView {
    const rounds = kept.rounds.get()
    const facts = {
      live,
      published: live ? onBoard(live.id) : undefined,
      kept: live ? rounds.get(live.id) : undefined,
      me,
      accused,
      elsewhere,
    }
    return { live, access: accessOf(facts), kept: rounds, signed, trouble, lasts: kept.lasts }
  }
  const view = createCell<RoundView>(look())
  const tell = (): void => view.set(look())
  const stopKept = kept.rounds.subscribe(tell)

  function later(error: unknown): void {
    trouble = troubleOf(error)
    failures += 1
    clearTimeout(timer)
    if (!closed) timer = setTimeout(work, waitAfter(failures))
    tell()
  }
  function well(): void {
    failures = 0
    trouble = null
    tell()
  }
  function work(): void {
    clearTimeout(timer)
    void takeTokens()
    void flush()
  }

  /** Whether this person will write or not: taking says nothing about using. */
  async function takeTokens(): Promise<void> {
    // Another deal, or another round, may come while an answer is awaited.
    isMoreToTake = taking
    const round = live
    const key = round ? onBoard(round.id)?.tokenKey : undefined
    if (taking || closed || !round || key === undefined) return
    taking = true
    try {
      for (const deal of missingDeals(round, kept.rounds.get().get(round.id))) {
        if (elsewhere.has(dealKey(round.id, deal))) continue
        if (!['preparing', 'ready'].includes(look().access)) break
        await takeOne(round, deal, key)
      }
      if (look().access === 'ready') await listSigned()
    } catch (error) {
      if (isFinal(error)) trouble = error.problem
      else later(error)
    } finally {
      taking = false
      tell()
      if (isMoreToTake) void takeTokens()
    }
  }

  async function takeOne(round: LiveRound, deal: number, key: string): Promise<void> {
    try {
      if (!(await takeDeal(round, deal, key, { kept, line, tools: await tools() }))) accused.add(round.id)
      well()
    } catch (error) {
      if (!isFinal(error) || error.problem.code !== 'tokensDealt') throw error
      elsewhere.add(dealKey(round.id, deal))
    }
  }

  /** One thing after the other: of two votes with one token the later one must arrive later. */
  async function flush(): Promise<void> {
    if (flushing || closed) return
    flushing = true
    const isBarred = ({ roundId }: KeptRound): boolean =>
      accused.has(roundId) || (roundId === live?.id && look().access === 'singledOut')
    const isRevealed = (roundId: string): boolean =>
      live?.id === roundId ? live.state === 'revealed' : onBoard(roundId)?.endedAt != null
    try {
      for (;;) {
        const next = nextUnsent(kept.rounds.get().values(), isBarred)
        if (!next || closed) break
        try {
          await sendOne(next, { kept, line, isRevealed })
          if (next.kind === 'note') takenAt.set(next.note.token.input, performance.now())
          if (next.kind === 'note' && next.note.key === null) await listSigned()
        } catch (error) {
          if (!isFinal(error)) throw error
          await keepRefused(next, error.problem, kept)
          if (next.kind !== 'note') onLost(error.problem)
        }
        well()
      }
    } catch (error) {
      later(error)
    } finally {
      flushing = false
    }
  }

  async function listSigned(): Promise<void> {
    const isHidden = live?.kind === 'writing' && live.state === 'open'
    signed = live && isHidden && look().access === 'ready' ? await line.ownSigned(live.id) : []
    tell()
  }
  const heard = (keeping: Promise<unknown>): Promise<unknown> => keeping.catch(onLost)

  const stopElsewhere = kept.onElsewhere(work)
  const inPage = typeof window !== 'undefined'
  if (inPage) window.addEventListener('online', work)

  return {
    view,
    hear(nextLive, nextPublished) {
      const before = live
      live = nextLive
      published = nextPublished
      tell()
      const isSame = live?.id === before?.id && live?.state === before?.state
      const isRevealed = before?.state === 'open' && !isSame
      const ready = isRevealed ? markLate(before.id, { kept, takenAt }) : Promise.resolve()
      void ready
        .then(() => tidy({ kept, liveId: live?.id, onBoard }))
        .then(() => (isSame ? undefined : listSigned()))
        .then(work, later)
    },
    async write({ column, text: typed, signed: isSigned }) {
      if (!live) throw new ProblemError(problemOf('roundOver'))
      const roundId = live.id
      // As the server keeps it: half a character is none.
      const text = typed.toWellFormed()
      const wrong = wrongWith(text)
      if (wrong) throw new ProblemError(wrong)
      const { newEditKey, sealOf } = await tools()
      const key = isSigned ? null : newEditKey()
      const seal = key && sealOf({ round: roundId, column, text, editKey: key.editKey })
      const fresh = { column, text, key, seal, postedSeal: seal, formerSeal: null, serial: 0 } as const
      const waiting = { sent: false, refused: null, late: false, change: null } as const
      let isOut = true
      await kept.keep(roundId, (round) => {
        const [token] = freeTokens(round)
        isOut = token === undefined
        return token ? withNote(round, { token, ...fresh, ...waiting }) : round
      })
      if (isOut) throw new ProblemError(problemOf('tokensUsedUp'))
      void flush()
    },
    async change(roundId, { token, key, postedSeal, column }, typed) {
      if (!key || postedSeal === null) return
      const { sealOf, sign } = await tools()
      const text = typed?.toWellFormed() ?? null
      const seal = text === null ? null : sealOf({ round: roundId, column, text, editKey: key.editKey })
      await kept.keep(roundId, (round) =>
        noteChanged(round, token, (there) => {
          // Counted from what is kept: another tab may have spoken since the note was drawn here.
          const serial = Math.max(there.serial, there.change?.serial ?? 0) + 1
          const signature = sign({ round: roundId, seal: postedSeal, serial, text }, key.secret)
          return { ...there, change: { serial, text, seal, signature, sent: false } }
        }),
      )
      void flush()
    },
    async changeSigned(noteId, text) {
      if (!live) return
      await line.changeSigned(live.id, noteId, text)
      await listSigned()
    },
    async drop(roundId, { token, refused }) {
      const isLost = lostTokens.includes(refused?.code ?? '')
      await heard(kept.keep(roundId, (round) => withoutNote(round, token, isLost)))
    },
    async vote(topic, by) {
      if (live?.kind !== 'voting' || live.state !== 'open') return
      const change = by === 1 ? vote : unvote
      await heard(kept.keep(live.id, (round) => change(round, topic)))
      void flush()
    },
    retry: work,
    async forget() {
      await kept.forget()
      signed = []
      work()
    },
    close() {
      closed = true
      clearTimeout(timer)
      stopElsewhere()
      stopKept()
      if (inPage) window.removeEventListener('online', work)
    },
  }
}
