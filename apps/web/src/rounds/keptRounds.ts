import { createCell, type Readable } from '../live/readable.ts'
import type { KeptRound } from './keptRound.ts'
import type { RoundStore } from './roundStore.ts'

/** What the store has, at hand. */
export interface KeptRounds {
  readonly rounds: Readable<ReadonlyMap<string, KeptRound>>
  readonly lasts: boolean
  /** Undefined: the round is kept no longer. Nothing happens where it is not kept. */
  keep(roundId: string, next: (round: KeptRound) => KeptRound | undefined): Promise<KeptRound | undefined>
  /** As `keep`; a round that is not kept yet begins as `fresh`. */
  begin(roundId: string, fresh: KeptRound, next: (round: KeptRound) => KeptRound): Promise<KeptRound>
  forget(): Promise<void>
  /** Another tab has changed something; it is at hand. */
  onElsewhere(listener: () => void): () => void
}

export async function openKeptRounds(store: RoundStore): Promise<KeptRounds> {
  const rounds = createCell<ReadonlyMap<string, KeptRound>>(new Map())
  async function reload(): Promise<void> {
    rounds.set(new Map((await store.all()).map((round) => [round.roundId, round])))
  }
  function took(roundId: string, after: KeptRound | undefined): void {
    if (rounds.get().get(roundId) === after) return
    const next = new Map(rounds.get())
    if (after) next.set(roundId, after)
    else next.delete(roundId)
    rounds.set(next)
  }
  await reload()
  return {
    rounds,
    lasts: store.lasts,
    async keep(roundId, next) {
      const after = await store.change(roundId, (round) => round && next(round))
      took(roundId, after)
      return after
    },
    async begin(roundId, fresh, next) {
      const after = (await store.change(roundId, (round) => next(round ?? fresh))) ?? fresh
      took(roundId, after)
      return after
    },
    async forget() {
      await store.forget()
      await reload()
    },
    onElsewhere: (listener) => store.onElsewhere(() => void reload().then(listener)),
  }
}
