import type { BoardId, ItemId, Problem } from '@kintsugi/model'
import type { Principal } from '../access/guests.ts'
import { refused } from '../refused.ts'
import type { KeptRound, KeptRounds } from '../storage/rounds.ts'
import type { Taken, Vault } from '../vault/vault.ts'
import type { Counts } from './counts.ts'
import type { Rounds } from './rounds.ts'

type Acts = Pick<
  Rounds,
  | 'deal'
  | 'ownSigned'
  | 'postSigned'
  | 'changeSigned'
  | 'knows'
  | 'postNote'
  | 'vote'
  | 'change'
  | 'turnedAway'
>
type Post = { boardId: BoardId; roundId: ItemId }

/** Where people's own acts in a round arrive: whether the round takes them is asked here, everything else the vault knows. */
export function roundDesk(parts: {
  kept: Pick<KeptRounds, 'find'>
  vault: Vault
  counts: Counts
  /** Something may wait for company now. */
  late(boardId: BoardId): void
}): Acts {
  const { kept, vault, counts, late } = parts

  function found(post: Post, kind?: KeptRound['kind']): KeptRound | { problem: Problem } {
    const round = kept.find(post.roundId)
    const isHere = round?.boardId === post.boardId && (kind ?? round.kind) === round.kind
    if (round === undefined || !isHere || round.state === 'opening') return refused('roundUnknown')
    return round.state === 'ended' || round.state === 'cancelled' ? refused('roundOver') : round
  }

  function foundFor(post: Post, by: Principal, kind?: KeptRound['kind']): KeptRound | { problem: Problem } {
    const round = found(post, kind)
    if ('problem' in round || round.members.some(({ principal }) => principal === by.id)) return round
    return refused('notInRound')
  }

  /** What has come in moves the number; what was refused is counted, and nothing else is kept of it. */
  function noted<T extends object>({ boardId, roundId }: Post, answer: T): T {
    if ('taken' in answer) counts.taken(boardId, roundId)
    const round = kept.find(roundId)
    if (round?.boardId !== boardId) return answer
    if ('problem' in answer) counts.refused(roundId, (answer.problem as Problem).code)
    else if (round.state !== 'open') late(boardId)
    return answer
  }

  return {
    deal(boardId, roundId, request, by) {
      const post = { boardId, roundId }
      const round = foundFor(post, by)
      if ('problem' in round) return noted(post, round)
      if (request.deal > round.deals) return noted(post, refused('dealUnknown'))
      const { kind, tokens } = round
      const answer = vault.deal({ boardId, roundId, kind, tokens }, { ...request, principal: by.id })
      return 'problem' in answer ? noted(post, answer) : answer
    },
    ownSigned(boardId, roundId, by) {
      const round = kept.find(roundId)
      if (round?.boardId !== boardId) return refused('roundUnknown')
      return { notes: vault.ownSigned(roundId, by.id) }
    },
    postSigned(boardId, roundId, note, by) {
      const post = { boardId, roundId }
      const round = foundFor(post, by, 'writing')
      if ('problem' in round) return noted(post, round)
      return noted(post, vault.postSigned(boardId, roundId, { principal: by.id, name: by.name }, note))
    },
    changeSigned(boardId, roundId, id, text, by) {
      const post = { boardId, roundId }
      const round = foundFor(post, by, 'writing')
      return noted(post, 'problem' in round ? round : vault.changeSigned(roundId, by.id, id, text))
    },
    knows: (boardId, roundId) => kept.find(roundId)?.boardId === boardId,
    turnedAway: (roundId, code) => counts.refused(roundId, code),
    postNote(boardId, roundId, note) {
      const post = { boardId, roundId }
      const round = found(post, 'writing')
      if ('problem' in round) return noted(post, round)
      // Under a round that says "signed" nobody expects a note without a name.
      if (round.mode === 'signed') return noted(post, refused('roundSigned'))
      return noted(post, vault.postNote(boardId, roundId, note))
    },
    vote(boardId, roundId, ballot) {
      const post = { boardId, roundId }
      const round = found(post, 'voting')
      if ('problem' in round) return noted(post, round)
      // From the moment the count has been decided on it does not move.
      if (round.state !== 'open') return noted(post, refused('roundOver'))
      return noted(post, vault.vote(boardId, roundId, ballot, new Set(round.topics)))
    },
    change(boardId, roundId, change): Taken {
      // Long after the round, too: the key of a note is its author's for good.
      return noted({ boardId, roundId }, vault.change(boardId, roundId, change))
    },
  }
}
