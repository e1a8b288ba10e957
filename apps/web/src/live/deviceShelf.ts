import type { Guest } from '@kintsugi/protocol'
import { deviceStoreName } from '../identity/principal.ts'

/** A board that this device keeps, as it was called when it was last open here. */
export interface ShelfBoard {
  readonly id: string
  readonly title: string
  /** Milliseconds since 1970. */
  readonly openedAt: number
}

const most = 200

/** The list of boards kept on this device, for when the server cannot give its own. */
export interface DeviceShelf {
  /** The board is kept here under this title. */
  note(board: ShelfBoard): void
  /** Newest first; only what the browser still has. */
  boards(): Promise<ShelfBoard[]>
}

interface ShelfParts {
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'> | null
  /** Names of the databases the browser has; null where it does not tell. */
  readonly databases?: () => Promise<readonly string[] | null>
}

/** One shelf per person, named like the boards' own databases: without the device key. */
export function deviceShelf(guest: Guest, parts: ShelfParts = {}): DeviceShelf {
  const { storage = localStore(), databases = databasesHere } = parts
  const key = deviceStoreName(guest, 'boards')
  const read = (): ShelfBoard[] => parse(storage?.getItem(key) ?? null)
  return {
    note(board) {
      const others = read().filter(({ id }) => id !== board.id)
      try {
        storage?.setItem(key, JSON.stringify([board, ...others].slice(0, most)))
      } catch {
        // No room. The board itself is kept elsewhere, and says so if it is not; it only stays out of the list.
      }
    },
    async boards() {
      const names = await databases()
      return read()
        .filter(({ id }) => names === null || names.includes(deviceStoreName(guest, id)))
        .toSorted((a, b) => b.openedAt - a.openedAt)
    },
  }
}

async function databasesHere(): Promise<readonly string[] | null> {
  // Older browsers have no such list.
  if (typeof indexedDB === 'undefined' || !('databases' in indexedDB)) return null
  try {
    return (await indexedDB.databases()).flatMap(({ name }) => name ?? [])
  } catch {
    // A private window, or blocked storage: it does not tell.
    return null
  }
}

function localStore(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    // Blocked: the guest module says so already.
    return null
  }
}

function parse(text: string | null): ShelfBoard[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter(isShelfBoard) : []
  } catch {
    // Cut off or not ours: the same as having none.
    return []
  }
}

const isShelfBoard = (value: unknown): value is ShelfBoard =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'title' in value &&
  typeof value.title === 'string' &&
  'openedAt' in value &&
  typeof value.openedAt === 'number'
