import { countVotes, publishRound, reveal, withdrawRound } from '@kintsugi/board'
import { type BoardId, type Round, richTextOf } from '@kintsugi/model'
import { serverPrincipal } from '../access/guests.ts'
import type { Collab } from '../collab/collab.ts'
import type { KeptRound, KeptRounds } from '../storage/rounds.ts'
import type { HiddenChange, HiddenNote, Vault } from '../vault/vault.ts'
import { publishedRound } from './published.ts'

/** Fewer than this many that are late, or people who are there, would point at somebody: what is late waits for company, or for the next phase. */
export const company = 3

/**
 * Brings to the board what was decided, or lay hidden. A decision is kept (`unsettled`) before the board is written, and
 * settled afterwards, so that after a crash at any moment it is done again, and doing it again changes nothing. For one
 * board one at a time.
 */
export class Delivery {
  readonly #collab: Pick<Collab, 'change'>
  readonly #kept: KeptRounds
  readonly #vault: Vault

  constructor(parts: { collab: Pick<Collab, 'change'>; kept: KeptRounds; vault: Vault }) {
    this.#collab = parts.collab
    this.#kept = parts.kept
    this.#vault = parts.vault
  }

  /** What everybody may know of an open round. */
  async publish(round: KeptRound): Promise<KeptRound> {
    await this.#collab.change(round.boardId, serverPrincipal, (board) =>
      publishRound(board, this.#published(round)),
    )
    return this.#settled(round)
  }

  async withdraw(round: KeptRound): Promise<KeptRound> {
    await this.#collab.change(round.boardId, serverPrincipal, (board) => withdrawRound(board, round.id))
    return this.#settled(round)
  }

  /** The votes of a round that is `revealing`. */
  async count(round: KeptRound): Promise<KeptRound> {
    const votes = this.#vault.tally(round.id)
    await this.#collab.change(round.boardId, serverPrincipal, (board) =>
      countVotes(board, publishedRound(round, { votes })),
    )
    const revealed = { ...round, state: 'revealed', unsettled: true } as const
    this.#kept.keep(revealed)
    return this.destroyBallots(revealed)
  }
  destroyBallots(round: KeptRound): KeptRound {
    this.#vault.end(round.id)
    return this.#settled(round)
  }

  /**
   * All that is late on this board, and all of a round that is `revealing`, in one transaction. The vault draws ids and
   * order once and gives the same batch until it is told that it lies there: done again, it is the same.
   */
  async bring(boardId: BoardId, revealing?: KeptRound): Promise<void> {
    const revealed = this.#kept.revealedOn(boardId)
    if (revealing === undefined && this.#vault.waiting(boardId) === 0) return
    const batches = [...revealed, ...(revealing ? [revealing] : [])].map((round) => ({
      round,
      ...this.#vault.prepare(round.id),
    }))
    const going = batches.filter(
      ({ round, notes, changes }) => round === revealing || notes.length + changes.length > 0,
    )
    if (going.length === 0) return
    await this.#collab.change(boardId, serverPrincipal, (board) =>
      reveal(board, {
        notes: going.flatMap(({ notes }) => notes.map(noteOf)),
        changes: going.flatMap(({ changes }) => changes.map(changeOf)),
        rounds: going.map(({ round, changes }) => this.#published(round, changes)),
      }),
    )
    for (const { round } of going) {
      this.#vault.revealed(round.id)
      if (round === revealing) this.#settled({ ...round, state: 'revealed' })
    }
  }

  #published(round: KeptRound, changes: readonly HiddenChange[] = []): Round {
    // Hidden ones are not named before they lie on the board: how many there are is told with the beat.
    if (round.state === 'opening' || round.state === 'open') return publishedRound(round)
    const seals = new Set(this.#vault.seals(round.id))
    for (const { previousSeal, seal } of changes) {
      seals.delete(previousSeal)
      if (seal !== null) seals.add(seal)
    }
    return publishedRound(round, { seals: [...seals].sort() })
  }

  #settled(round: KeptRound): KeptRound {
    const settled = { ...round, unsettled: false }
    this.#kept.keep(settled)
    return settled
  }
}

const noteOf = ({ text, ...note }: HiddenNote) => ({ ...note, text: richTextOf(text) })

function changeOf({ noteId, text, seal, previousSeal }: HiddenChange) {
  const now = text === null || seal === null ? null : { text: richTextOf(text), seal }
  return { id: noteId, previousSeal, now }
}
