import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { KeptRound } from './keptRound.ts'

interface Schema extends DBSchema {
  rounds: { key: string; value: KeptRound }
}

/** Keys, tokens and own notes of one person on one board, on this device. Nothing here is ever sent anywhere as it is. */
export interface RoundStore {
  all(): Promise<KeptRound[]>
  /** Reads and writes as one step, also between two tabs of the same person. Undefined: nothing is kept (any more). */
  change(
    roundId: string,
    next: (kept: KeptRound | undefined) => KeptRound | undefined,
  ): Promise<KeptRound | undefined>
  /** Everything of this person on this board. */
  forget(): Promise<void>
  /** Another tab of this person has changed something. */
  onElsewhere(listener: () => void): () => void
  /** False: the browser keeps nothing for this site; it lasts as long as the tab. */
  readonly lasts: boolean
}

export async function openRoundStore(name: string): Promise<RoundStore> {
  try {
    const db = await openDB<Schema>(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('rounds', { keyPath: 'roundId' }),
    })
    return onDevice(db, name)
  } catch (blocked) {
    console.error('This browser keeps nothing for this site; keys last as long as the tab.', blocked)
    return inMemory()
  }
}

function onDevice(db: IDBPDatabase<Schema>, name: string): RoundStore {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  return {
    lasts: true,
    all: () => db.getAll('rounds'),
    async change(roundId, next) {
      const writing = db.transaction('rounds', 'readwrite')
      const before = await writing.store.get(roundId)
      const after = next(before)
      if (after === before) {
        await writing.done
        return before
      }
      await (after === undefined ? writing.store.delete(roundId) : writing.store.put(after))
      await writing.done
      channel?.postMessage(roundId)
      return after
    },
    async forget() {
      await db.clear('rounds')
      channel?.postMessage('')
    },
    onElsewhere(listener) {
      channel?.addEventListener('message', listener)
      return () => channel?.removeEventListener('message', listener)
    },
  }
}

export function inMemory(): RoundStore {
  const rounds = new Map<string, KeptRound>()
  return {
    lasts: false,
    all: async () => [...rounds.values()],
    async change(roundId, next) {
      const after = next(rounds.get(roundId))
      if (after === undefined) rounds.delete(roundId)
      else rounds.set(roundId, after)
      return after
    },
    forget: async () => rounds.clear(),
    onElsewhere: () => () => undefined,
  }
}
