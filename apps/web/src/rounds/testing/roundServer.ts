import { evaluateBlinded, tokenKeys } from '@kintsugi/anonymity'
import { type Round, roundSchema } from '@kintsugi/model'
import { type LiveRound, liveRoundSchema, tokensPerDeal } from '@kintsugi/protocol'
import { afterEach, expect } from 'vitest'
import { ProblemError, problemOf } from '../../live/problemError.ts'
import { anonymityTools } from '../anonymityTools.ts'
import type { AnonymousBody } from '../anonymousPost.ts'
import { openRoundDesk, type RoundDesk } from '../roundDesk.ts'
import type { RoundLine } from '../roundLine.ts'
import { inMemory, type RoundStore } from '../roundStore.ts'
import type { OwnSignedNote } from '../roundsApi.ts'

export const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))
export const roundId = 'r'.repeat(22)
export const me = 'me'

type Sent = { kind: string; value: AnonymousBody[keyof AnonymousBody] }

/** A server of one round: its keys, what it was asked for, and what it answers instead. */
export function server(keys = tokenKeys(random(32))) {
  const asked: { deal: number; blinded: string[] }[] = []
  const sent: Sent[] = []
  const signed: OwnSignedNote[] = []
  const state = { keys, fail: null as ProblemError | null }
  const line: RoundLine = {
    async takeTokens(_, deal, blinded) {
      if (state.fail) throw state.fail
      asked.push({ deal, blinded })
      const dealt = evaluateBlinded(state.keys, blinded, random(48))
      if ('problem' in dealt) throw new Error('not evaluated')
      return { tokenKey: state.keys.tokenKey, ...dealt }
    },
    async postSigned(_, { column, text }) {
      if (state.fail) throw state.fail
      signed.push({ id: String(signed.length).padStart(22, 's'), column, text, postedAt: null })
    },
    ownSigned: async () => [...signed],
    async changeSigned() {},
    async anonymously(_, kind, value) {
      if (state.fail) throw state.fail
      sent.push({ kind, value: structuredClone(value) })
    },
  }
  return { line, state, asked, sent, signed }
}

export const liveWith = (tokenKey: string, more: Partial<LiveRound> = {}): LiveRound => ({
  ...liveRoundSchema.parse({
    id: roundId,
    kind: 'writing',
    mode: 'anonymous',
    tokenKey,
    openedAt: '2026-04-20T01:00:00Z',
    state: 'open',
    members: [me, 'ben', 'chie', 'dan', 'emi'].map((principal) => ({ principal, name: principal })),
    tokens: tokensPerDeal,
    deals: 1,
    count: 0,
  }),
  ...more,
})
export const publishedOf = (live: LiveRound, more: Partial<Round> = {}): Round => ({
  ...roundSchema.parse({ ...live, members: live.members.length }),
  ...more,
})

let open: RoundDesk[] = []
export const lost: unknown[] = []
export async function deskOf(line: RoundLine, store: RoundStore = inMemory()): Promise<RoundDesk> {
  const desk = await openRoundDesk({
    me,
    store,
    line,
    tools: async () => anonymityTools,
    onLost: (why) => lost.push(why),
  })
  open.push(desk)
  return desk
}
afterEach(() => {
  for (const desk of open) desk.close()
  open = []
  lost.length = 0
})
export const untilAccess = (desk: RoundDesk, access: string) =>
  expect.poll(() => desk.view.get().access).toBe(access)
export const notes = (desk: RoundDesk) => desk.view.get().kept.get(roundId)?.notes ?? []
export const unreachable = () => new ProblemError(problemOf('serverUnreachable'))
export const refused = (code: string) => new ProblemError(problemOf(code), 409)
