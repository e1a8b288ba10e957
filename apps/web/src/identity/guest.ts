import { type Guest, guestSchema } from '@kintsugi/protocol'
import type { Language } from '@kintsugi/words'
import { live as en } from '@kintsugi/words/en'
import { live as ja } from '@kintsugi/words/ja'
import { base64url } from '../app/base64url.ts'
import { createCell } from '../live/readable.ts'

export type { Guest }

const storageKey = 'kintsugi.guest'
/** As the protocol has it. */
export const nameLength = 100

const saved = createCell<Guest | null>(null)
/** Where the browser keeps nothing for us (blocked storage), one guest lasts as long as the tab. */
let tabOnly: Guest | null = null

/** Null on this device's first visit, and where what is stored cannot be read. */
export function loadGuest(storage: Storage | null = localStore()): Guest | null {
  if (!storage) return tabOnly
  const stored = storage.getItem(storageKey)
  if (stored === null) return null
  const guest = guestSchema.safeParse(parseJson(stored))
  return guest.success ? guest.data : null
}

/** Keeps the name; the device key is made once and stays, since it is what this device's edits are bound to. */
export function saveGuest(name: string, storage: Storage | null = localStore()): Guest {
  const guest = guestSchema.parse({ name, deviceKey: loadGuest(storage)?.deviceKey ?? newDeviceKey() })
  if (storage) storage.setItem(storageKey, JSON.stringify(guest))
  else tabOnly = guest
  saved.set(guest)
  return guest
}

/** Tells of every new name, whether it was given in this tab or in another one. */
export function onNewGuest(listener: (guest: Guest) => void): () => void {
  const tell = (): void => {
    const guest = loadGuest()
    if (guest) listener(guest)
  }
  const onStorage = (event: StorageEvent): void => {
    if (event.key === storageKey) tell()
  }
  const stop = saved.subscribe(tell)
  window.addEventListener('storage', onStorage)
  return () => {
    stop()
    window.removeEventListener('storage', onStorage)
  }
}

/** Nobody meets a question before the board: a guest without a name gets one to be changed any time. */
export function ensureGuest(language: Language, storage: Storage | null = localStore()): Guest {
  const number = 1000 + ((crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) % 9000)
  return loadGuest(storage) ?? saveGuest(guestName(language, number), storage)
}

/** A name that `ensureGuest` gave, in either language: nobody chose it. */
export const isGivenName = (name: string): boolean =>
  [en, ja].some(({ guestName }) => name.replace(/\d{4}$/, '{{number}}') === guestName)

const newDeviceKey = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

function localStore(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch (blocked) {
    console.error('This browser keeps nothing for this site; the guest lasts as long as the tab.', blocked)
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not ours or cut off: the same as having none.
    return null
  }
}

/** One sentence of each language, and not both catalogues: the client loads the one it speaks. */
function guestName(language: Language, number: number): string {
  return (language === 'ja' ? ja : en).guestName.replace('{{number}}', String(number))
}
