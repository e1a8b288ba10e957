import { type BoardId, type ItemId, type Problem, toInstant } from '@kintsugi/model'
import { mostDeals, type OpenRound, type RoundAct, tokensPerDeal } from '@kintsugi/protocol'
import type { Principal } from '../access/guests.ts'
import type { Collab } from '../collab/collab.ts'
import type { Meetings } from '../practice/meetings.ts'
import { refused } from '../refused.ts'
import type { KeptRound, KeptRounds } from '../storage/rounds.ts'
import type { Vault } from '../vault/vault.ts'
import type { Counts } from './counts.ts'
import type { Delivery } from './delivery.ts'
import { liveRound } from './published.ts'
import type { RoundAnswer, Rounds } from './rounds.ts'
import { misfit, tooSmall, topicsOf } from './rules.ts'

export type LeadingParts = {
  kept: KeptRounds
  vault: Vault
  collab: Pick<Collab, 'snapshot' | 'state'>
  meetings: () => Pick<Meetings, 'facilitatorOf' | 'there' | 'tell' | 'change'>
  newId: () => ItemId
  now: () => number
  counts: Counts
  delivery: Delivery
  /** Something may not have been done yet, or wait for company. */
  restless: (boardId: BoardId) => void
  trouble: (boardId: BoardId, error: unknown) => void
}
type Leading = {
  of: Rounds['of']
  open: Rounds['open']
  act(round: KeptRound, act: RoundAct, by: Principal): Promise<RoundAnswer>
  end(round: KeptRound): Promise<void>
  /** Does what was decided and not finished. */
  resume(round: KeptRound): Promise<void>
}

/** What the facilitator does with a round. For one board one act at a time. */
export function leading(parts: LeadingParts): Leading {
  const { kept, vault, collab, meetings, newId, now, counts, delivery } = parts

  function objection(boardId: BoardId, by: Principal): Problem | undefined {
    const facilitator = meetings().facilitatorOf(boardId)
    if (facilitator === null) return refused('facilitatorOnly').problem
    return facilitator.principal === by.id
      ? undefined
      : refused('askFacilitator', { name: facilitator.name }).problem
  }

  function of(boardId: BoardId): ReturnType<Rounds['of']> {
    const round = kept.going(boardId)
    return round === undefined || round.state === 'opening' ? null : liveRound(round, counts.told(round.id))
  }
  function told(boardId: BoardId): RoundAnswer {
    meetings().tell(boardId)
    return { round: of(boardId) }
  }

  async function open(boardId: BoardId, given: OpenRound, by: Principal): Promise<RoundAnswer> {
    const state = await collab.state(boardId)
    const problem = objection(boardId, by)
    if (problem) return { problem }
    if (state === 'final') return refused('boardFinal')
    const before = kept.going(boardId)
    if (before !== undefined && before.state !== 'revealed') return refused('roundOpen')
    // Votes have no names.
    const mode = given.kind === 'voting' ? 'anonymous' : (given.mode ?? 'anonymous')
    // Whoever has gone since the facilitator looked is not counted as company.
    const seen = new Set(given.members).add(by.id)
    const others = meetings()
      .there(boardId)
      .filter(({ principal }) => seen.has(principal) && principal !== by.id)
    const members = [{ principal: by.id, name: by.name }, ...others]
    const small = tooSmall(mode, members.length)
    if (small) return small
    const topics = given.kind === 'voting' ? topicsOf(await collab.snapshot(boardId)) : []
    if (given.kind === 'voting' && given.votes === undefined) return refused('votesMissing')
    if (given.kind === 'voting' && topics.length === 0) return refused('topicsMissing')
    const tokens = given.kind === 'voting' ? (given.votes ?? 1) : tokensPerDeal
    if (before === undefined) await delivery.bring(boardId)
    else await end(before)
    const id = newId()
    const { kind } = given
    const round: KeptRound = {
      id,
      boardId,
      kind,
      mode,
      state: 'opening',
      unsettled: true,
      tokenKey: vault.open({ boardId, roundId: id, kind, tokens }),
      tokens,
      deals: 1,
      members,
      topics,
      openedAt: toInstant(now()),
      endedAt: null,
    }
    kept.keep(round)
    parts.restless(boardId)
    try {
      // Open, and settled, with one write: between two of them it would be neither begun nor undone.
      await delivery.publish({ ...round, state: 'open' })
    } catch (error) {
      await cancel(round).catch((failure: unknown) => parts.trouble(boardId, failure))
      throw error
    }
    counts.look(id)
    const timer = given.minutes === undefined ? undefined : { start: given.minutes }
    // Wherever the team was, it is at KPT now.
    meetings().change(boardId, { step: 'kpt', timer }, by)
    return told(boardId)
  }

  async function act(
    round: KeptRound,
    { act: what, ...rest }: RoundAct,
    by: Principal,
  ): Promise<RoundAnswer> {
    const { boardId } = round
    const problem = objection(boardId, by) ?? misfit(round, what)
    if (problem) return { problem }
    if (what === 'anonymous') {
      const small = tooSmall('anonymous', round.members.length)
      if (small) return small
      await decided({ ...round, mode: 'anonymous' })
    } else if (what === 'admit') {
      const principal = 'principal' in rest ? rest.principal : ''
      if (!round.members.some((member) => member.principal === principal)) {
        const member = meetings()
          .there(boardId)
          .find((one) => one.principal === principal)
        if (member === undefined) return refused('notOnBoardNow')
        await decided({ ...round, members: [...round.members, member] })
      }
    } else if (what === 'deal') {
      if (round.deals >= mostDeals) return refused('dealsOver', { limit: mostDeals })
      await decided({ ...round, deals: round.deals + 1 })
    } else if (what === 'reveal') await reveal(round)
    else if (what === 'end') await end(round)
    else await cancel(round)
    return told(boardId)
  }

  /** Kept and told at once; the board hears of it as soon as it can be written. */
  async function decided(round: KeptRound): Promise<void> {
    kept.keep({ ...round, unsettled: true })
    parts.restless(round.boardId)
    try {
      await delivery.publish(round)
    } catch (error) {
      meetings().tell(round.boardId)
      throw error
    }
  }

  async function reveal(round: KeptRound): Promise<void> {
    const revealing: KeptRound = {
      ...round,
      state: 'revealing',
      unsettled: true,
      endedAt: round.endedAt ?? toInstant(now()),
    }
    kept.keep(revealing)
    // Where the board cannot be written now, it is tried again; and what comes in while the notes are on their way is late.
    parts.restless(round.boardId)
    if (round.kind === 'voting') {
      await delivery.bring(round.boardId)
      counts.look(round.id)
      await delivery.count(revealing)
      return
    }
    await delivery.bring(round.boardId, revealing)
    counts.look(round.id)
  }

  async function end(round: KeptRound): Promise<void> {
    await delivery.bring(round.boardId)
    vault.end(round.id)
    const latest = kept.find(round.id) ?? round
    kept.keep({ ...latest, state: 'ended' })
    counts.forget(round.id)
    // Between the last batch and the end of the key another note may have come in.
    parts.restless(round.boardId)
  }

  async function cancel(round: KeptRound): Promise<void> {
    const cancelled: KeptRound = { ...round, state: 'cancelled', unsettled: true }
    // First: a round must not stay open whose notes are destroyed.
    kept.keep(cancelled)
    counts.forget(round.id)
    parts.restless(round.boardId)
    vault.cancel(round.id)
    await delivery.withdraw(cancelled)
  }

  async function resume(round: KeptRound): Promise<void> {
    const { state, kind, unsettled } = round
    if (state === 'opening') await cancel(round)
    else if (state === 'revealing') await reveal(round)
    else if (!unsettled) return
    else if (state === 'cancelled') await cancel(round)
    else if (state === 'revealed' && kind === 'voting') delivery.destroyBallots(round)
    else await delivery.publish(round)
  }

  return { of, open, act, end, resume }
}
