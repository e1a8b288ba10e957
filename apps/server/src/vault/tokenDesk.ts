import { createHash, createHmac } from 'node:crypto'
import { evaluateBlinded, redeems, tokenKeys } from '@kintsugi/anonymity'
import { type BoardId, type ItemId, invariant, type Problem } from '@kintsugi/model'
import type { DealtTokens, Token } from '@kintsugi/protocol'
import { refused } from '../refused.ts'
import type { VaultRoundRow } from '../storage/schema.ts'
import type { Random } from './shuffled.ts'
import type { VaultStatements } from './statements.ts'
import type { Vault, VaultRound } from './vault.ts'

export type OpenRound = VaultRoundRow & { secret_key: Uint8Array }

/** SHA-256 over parts whose lengths are said, so that no two lists of parts have the same hash. */
export function hashOfParts(...parts: string[]): Uint8Array {
  return createHash('sha256').update(JSON.stringify(parts)).digest()
}

/** Deals tokens to members and redeems them, without learning which is whose. */
export class TokenDesk {
  readonly #rows: VaultStatements
  readonly #random: Random

  constructor(rows: VaultStatements, random: Random) {
    this.#rows = rows
    this.#random = random
  }

  open({ roundId, boardId, kind, tokens }: VaultRound): string {
    const known = this.#rows.round.get(roundId)
    if (known !== undefined) {
      invariant(known.board_id === boardId && known.secret_key !== null, 'a round is opened once')
      return known.token_key
    }
    const { secretKey, tokenKey } = tokenKeys(this.#random(32))
    this.#rows.addRound.run(roundId, boardId, kind, tokens, tokenKey, secretKey)
    return tokenKey
  }

  /** A round under way, of this kind where one is named. */
  roundAt(
    boardId: BoardId,
    roundId: ItemId,
    kind?: VaultRound['kind'],
  ): { round: OpenRound } | { problem: Problem } {
    const row = this.#rows.round.get(roundId)
    if (row === undefined || row.board_id !== boardId || (kind ?? row.kind) !== row.kind)
      return refused('roundUnknown')
    if (row.secret_key === null) return refused('roundOver')
    return { round: { ...row, secret_key: row.secret_key } }
  }

  /** What is kept is that this principal has had this deal, and a hash: the answer is made anew, and is the same. */
  deal(
    { boardId, roundId }: VaultRound,
    { principal, deal, blinded }: Parameters<Vault['deal']>[1],
  ): DealtTokens | { problem: Problem } {
    const found = this.roundAt(boardId, roundId)
    if ('problem' in found) return found
    const { round } = found
    if (blinded.length !== round.tokens) return refused('blindedInvalid')
    const hash = hashOfParts('blinded', ...blinded)
    const dealt = this.#rows.deal.get(roundId, principal, deal)
    if (dealt !== undefined && Buffer.compare(dealt.blinded_hash, hash) !== 0) return refused('tokensDealt')
    const keys = { secretKey: round.secret_key, tokenKey: round.token_key }
    // 48 bytes that only the key's holder knows, and that are others for every other batch.
    const nonce = createHmac('sha384', round.secret_key).update('proof').update(hash).digest()
    const answer = evaluateBlinded(keys, blinded, nonce)
    if ('problem' in answer) return answer
    if (dealt === undefined) this.#rows.addDeal.run(roundId, principal, deal, hash)
    return { tokenKey: round.token_key, ...answer }
  }

  /** What is kept of a token. Input and output are in it, so that a known mark is that of a good token. */
  markOf(roundId: ItemId, { input, output }: Token): Uint8Array {
    return hashOfParts('mark', roundId, input, output)
  }

  /**
   * Whether a token that has no mark yet is good. Once as many are marked as were dealt it cannot be, and is not even
   * computed: a flood costs little.
   */
  isGood(round: OpenRound, token: Token): boolean {
    const marks = round.kind === 'voting' ? this.#rows.countBallots : this.#rows.countSpent
    const dealt = (this.#rows.countDeals.get(round.id)?.count ?? 0) * round.tokens
    return (marks.get(round.id)?.count ?? 0) < dealt && redeems(round.secret_key, token)
  }

  /** Spends a token for a note, where `content` says which. To be called in the transaction that brings the note. */
  spend(round: OpenRound, token: Token, content: Uint8Array): 'first' | 'again' | { problem: Problem } {
    const mark = this.markOf(round.id, token)
    const spent = this.#rows.spent.get(round.id, mark)
    if (spent !== undefined)
      return Buffer.compare(spent.content, content) === 0 ? 'again' : refused('tokenSpent')
    if (!this.isGood(round, token)) return refused('tokenInvalid')
    this.#rows.addSpent.run(round.id, mark, content)
    return 'first'
  }

  /** Nothing is dealt or redeemed any more, and nobody can compute which tokens there were. */
  destroy(roundId: ItemId): void {
    this.#rows.forgetKey.run(roundId)
    for (const statement of this.#rows.destroyRights) statement.run(roundId)
  }
}
