import { type Presence, presenceSchema } from '@kintsugi/protocol'
import type { Awareness } from 'y-protocols/awareness'
import { createCell, type Readable } from '../live/readable.ts'

/** Twenty a second: more is not seen after smoothing, and the server takes no more. */
const moveEveryMs = 50

/** Somebody else's tab. `clientId` is unique per tab, `principal` per person; one person may have several tabs. */
export interface OtherPresence extends Presence {
  readonly clientId: number
}

export type PresencePatch = Partial<Omit<Presence, 'name' | 'principal'>>

/** Who is here and what they do now, without those who would rather not be seen; never stored. `name` and `principal` are stamped by the server. */
export interface PresenceChannel {
  /** Cursors, drags and what is in sight leave at most 20 times a second, the latest wins; everything else at once. */
  tell(patch: PresencePatch): void
  /** Until the returned function is called nobody sees anything of this tab but that it is here. */
  hush(): () => void
  readonly others: Readable<readonly OtherPresence[]>
}

/** The session's side of the channel. */
export interface OwnedPresenceChannel extends PresenceChannel {
  /** Follows another document (after a refusal the session goes on with a clean one). */
  bind(awareness: Awareness): void
  close(): void
}

export function createPresenceChannel(name: string): OwnedPresenceChannel {
  const others = createCell<readonly OtherPresence[]>([])
  /** Parsed once per state told: the same object comes back until its owner says something else. */
  const parsed = new WeakMap<object, OtherPresence | null>()
  let awareness: Awareness | null = null
  let own: Presence = presenceSchema.parse({ name })
  let waiting: PresencePatch = {}
  let timer: ReturnType<typeof setTimeout> | null = null
  let movedAt = Number.NEGATIVE_INFINITY
  let hushes = 0
  let still = ''

  function publish(): void {
    if (hushes === 0) awareness?.setLocalState({ ...own })
    else keepStill()
  }
  /** Told once: telling the same again whenever one moves would tell when one moves. */
  function keepStill(): void {
    const state = { ...own, cursor: null, drag: null, selection: [], editing: null, sight: null }
    if (still === JSON.stringify(state)) return
    still = JSON.stringify(state)
    awareness?.setLocalState(state)
  }
  function move(): void {
    timer = null
    movedAt = performance.now()
    own = { ...own, ...waiting }
    waiting = {}
    publish()
  }
  function tell(patch: PresencePatch): void {
    const { cursor, drag, sight, ...rest } = patch
    if (cursor !== undefined) waiting = { ...waiting, cursor }
    if (drag !== undefined) waiting = { ...waiting, drag }
    if (sight !== undefined) waiting = { ...waiting, sight }
    const atOnce = Object.keys(rest).length > 0 || cursor === null || drag === null || sight === null
    if (atOnce) {
      own = { ...own, ...rest }
      if (timer) clearTimeout(timer)
      move()
    } else timer ??= setTimeout(move, Math.max(0, moveEveryMs - (performance.now() - movedAt)))
  }
  function parse(clientId: number, state: object): OtherPresence | null {
    const known = parsed.get(state)
    if (known !== undefined) return known
    const presence = presenceSchema.safeParse(state)
    const other = presence.success ? { ...presence.data, clientId } : null
    parsed.set(state, other)
    return other
  }
  function look(): void {
    if (!awareness) return
    const next: OtherPresence[] = []
    for (const [clientId, state] of awareness.getStates()) {
      if (clientId === awareness.clientID) continue
      const other = parse(clientId, state)
      if (other && !other.hidden) next.push(other)
    }
    const before = others.get()
    if (next.length === before.length && next.every((other, i) => other === before[i])) return
    others.set(next)
  }
  function unbind(): void {
    awareness?.off('change', look)
    awareness = null
  }

  // Nobody points at anything in a tab that is not looked at.
  const onVisibility = () => {
    if (document.visibilityState === 'hidden')
      tell({ cursor: null, drag: null, selection: [], editing: null })
  }
  const onShow = (event: PageTransitionEvent) => {
    // Out of the back-forward cache: the provider took our state away as the page was hidden.
    if (event.persisted) publish()
  }
  const inPage = typeof window !== 'undefined'
  if (inPage) {
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pageshow', onShow)
  }

  return {
    tell,
    hush() {
      hushes += 1
      publish()
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        hushes -= 1
        if (hushes === 0) still = ''
        publish()
      }
    },
    others,
    bind(next) {
      unbind()
      awareness = next
      next.on('change', look)
      still = ''
      publish()
      look()
    },
    close() {
      if (timer) clearTimeout(timer)
      timer = null
      if (inPage) {
        document.removeEventListener('visibilitychange', onVisibility)
        window.removeEventListener('pageshow', onShow)
      }
      awareness?.setLocalState(null)
      unbind()
      others.set([])
    },
  }
}
