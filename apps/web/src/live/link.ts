import { HocuspocusProvider } from '@hocuspocus/provider'
import type { Problem } from '@kintsugi/model'
import { limits } from '@kintsugi/model'
import { closeCodes, type ServerFrame, serverFrameSchema } from '@kintsugi/protocol'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { AckLedger } from './ackLedger.ts'
import { ProblemError, problemOf } from './problemError.ts'
import { createCell, type Readable } from './readable.ts'
import type { SaveFacts } from './saveState.ts'
import { BoardSocket, type HangUp } from './socket.ts'

/** An answer that never comes is a connection that only looks alive. */
const answerWithinMs = 15_000

export type LinkState = Pick<SaveFacts, 'link' | 'synced'>

/** One document's connection to the server: opens, lets itself be let in, comes back after every loss. */
export interface Link {
  readonly state: Readable<LinkState>
  /** Opens anew, with a new ticket; what is outstanding stays so, as after any loss. */
  reopen(): void
  close(): void
}

export interface LinkOptions {
  readonly boardId: string
  readonly url: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly ledger: AckLedger
  /** A new ticket for every opening: each is good once. */
  readonly takeTicket: () => Promise<string>
  readonly onFrame: (frame: ServerFrame) => void
  /** The board will not be had: unknown, or not open to us. No further attempt is made. */
  readonly onDenied: (error: ProblemError) => void
  /** What was sent will never be taken. */
  readonly onRefused: (problem: Problem) => void
  /** Whether an unanswered edit is to be expected (the server has said that it takes none). */
  readonly expectsAnswers: () => boolean
}

export function openLink(options: LinkOptions): Link {
  const { doc, awareness, ledger } = options
  const state = createCell<LinkState>({ link: 'connecting', synced: false }, sameLinkState)
  const socket = new BoardSocket(options.url, ledger)
  let ticketError: unknown = null
  let failures = 0
  let attempt: ReturnType<typeof setTimeout> | null = null
  let stall: ReturnType<typeof setTimeout> | null = null
  let ended = false

  const provider = new HocuspocusProvider({
    name: options.boardId,
    document: doc,
    awareness,
    websocketProvider: socket,
    async token() {
      ticketError = null
      try {
        return await options.takeTicket()
      } catch (error) {
        ticketError = error
        throw error
      }
    },
    onAuthenticated() {
      failures = 0
      state.set({ link: 'open', synced: socket.synced.get() })
    },
    onAuthenticationFailed() {
      // The provider does not try again by itself.
      const error = ticketError
      if (error instanceof ProblemError && (error.status === 403 || error.status === 404)) {
        end({ code: closeCodes.unauthenticated, reason: error.problem.code })
        options.onDenied(error)
      } else if (error instanceof ProblemError && error.problem.code === 'clientIdTaken') {
        // What was written under this document's client id is quarantined: it will not be taken from anybody.
        end({ code: closeCodes.unauthenticated, reason: error.problem.code })
        options.onRefused(error.problem)
      } else restart({ code: closeCodes.unauthenticated, reason: 'denied' }, backoff())
    },
    onStateless({ payload }) {
      const frame = serverFrameSchema.safeParse(JSON.parse(payload))
      // A newer server may say more than we know.
      if (frame.success) options.onFrame(frame.data)
    },
  })

  function backoff(): number {
    failures += 1
    return Math.min(8_000, 300 * 2 ** failures) * (0.5 + Math.random() / 2)
  }
  function restart(event: HangUp, afterMs: number): void {
    socket.hangUp(event)
    connectIn(afterMs)
  }
  function connectIn(ms: number): void {
    if (ended) return
    if (attempt) clearTimeout(attempt)
    attempt = setTimeout(() => void socket.connect(), ms)
  }
  function end(event: HangUp): void {
    ended = true
    if (attempt) clearTimeout(attempt)
    if (stall) clearTimeout(stall)
    socket.hangUp(event)
  }

  socket.on('close', ({ event }: { event: { code: number } }) => {
    state.set({ link: 'down', synced: false })
    if (event.code === closeCodes.tooBig && ledger.outstanding.get() > 0) {
      // Sending the same again would end the same way, for ever.
      options.onRefused(problemOf('frameTooBig', { limitMB: limits.frameBytes / 1024 / 1024 }))
    }
  })
  socket.on('open', () => {
    // Others went with the old connection. Told again, as old as they were, they would not be believed: forget when they were heard.
    for (const id of awareness.meta.keys()) if (!awareness.states.has(id)) awareness.meta.delete(id)
  })
  socket.onFarewell = () => restart({ code: 1000, reason: 'server' }, backoff())
  const stopSynced = socket.synced.subscribe(() => {
    const synced = socket.synced.get()
    state.set({ ...state.get(), synced })
    // Presence told before is dropped by the socket; say it now.
    const own = awareness.getLocalState()
    if (synced && own) awareness.setLocalState(own)
  })
  const stopLedger = ledger.outstanding.subscribe(watchAnswers)
  let due = 0
  function watchAnswers(): void {
    const outstanding = ledger.outstanding.get()
    // New edits do not postpone the answers that earlier ones are owed.
    if (stall && outstanding > due) return
    if (stall) clearTimeout(stall)
    due = outstanding
    stall = outstanding === 0 || ended ? null : setTimeout(onStall, answerWithinMs)
  }
  function onStall(): void {
    stall = null
    if (state.get().link === 'open' && options.expectsAnswers())
      restart({ code: 4408, reason: 'no answer' }, 0)
    watchAnswers()
  }

  // The browser knows at once what a socket may take a minute to notice.
  const onOffline = () => restart({ code: 4408, reason: 'offline' }, 200)
  const onOnline = () => {
    if (state.get().link !== 'open') connectIn(0)
  }
  const page = typeof window === 'undefined' ? null : window
  page?.addEventListener('offline', onOffline)
  page?.addEventListener('online', onOnline)

  provider.attach()
  void socket.connect()

  return {
    state,
    reopen() {
      if (!ended) restart({ code: 1000, reason: 'reopened' }, 0)
    },
    close() {
      page?.removeEventListener('offline', onOffline)
      page?.removeEventListener('online', onOnline)
      stopSynced()
      stopLedger()
      ended = true
      if (attempt) clearTimeout(attempt)
      if (stall) clearTimeout(stall)
      provider.destroy()
      socket.destroy()
    },
  }
}

/** Resolves when both sides have told each other everything for the first time. */
export function whenSynced(link: Link): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!link.state.get().synced) return
      stop()
      resolve()
    }
    const stop = link.state.subscribe(look)
    look()
  })
}

function sameLinkState(a: LinkState, b: LinkState): boolean {
  return a.link === b.link && a.synced === b.synced
}
