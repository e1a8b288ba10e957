import type { Board, BoardHistory, BoardWatch, Recovery } from '@kintsugi/board'
import type { BoardSnapshot, Problem } from '@kintsugi/model'
import { type BoardState, type Guest, socketPath } from '@kintsugi/protocol'
import { keepTrying } from '../app/keepTrying.ts'
import { newId } from '../identity/newId.ts'
import { deviceStoreName } from '../identity/principal.ts'
import { invisible } from '../presence/invisible.ts'
import { createPresenceChannel, type PresenceChannel } from '../presence/presenceChannel.ts'
import { createApi } from './api.ts'
import { createHeardMeeting, type HeardMeeting } from './heardMeeting.ts'
import { guardLeaving } from './leavingGuard.ts'
import { type Link, openLink, whenSynced } from './link.ts'
import { ProblemError } from './problemError.ts'
import { createCell, type Readable } from './readable.ts'
import { draftSnapshot, type RecoveredDraft } from './recoveredDrafts.ts'
import { createRefusals } from './refusals.ts'
import { openReplica, type Replica } from './replica.ts'
import { type SaveFacts, type SaveState, sameSaveState, saveStateOf, wouldLoseEdits } from './saveState.ts'

/** One open board in one browser tab. React-free; `useSyncExternalStore` reads its Readables. */
export interface Session {
  readonly boardId: string
  /** Replaced, with `watch` and `history`, when `generation` moves on; read them again then. */
  readonly board: Board
  readonly watch: BoardWatch
  readonly history: BoardHistory
  /** Counts up when the server refused something and the session went on with a clean document. Use it as React key of the board. */
  readonly generation: Readable<number>
  readonly presence: PresenceChannel
  readonly saveState: Readable<SaveState>
  readonly boardState: Readable<BoardState>
  /** The meeting's step and timer, and by how much this device's clock is off the server's; null until the server has said. */
  readonly meeting: Readable<HeardMeeting | null>
  readonly problem: Readable<Problem | null>
  /** Work the server refused, kept on this device, newest first. */
  readonly drafts: Readable<readonly RecoveredDraft[]>
  /** Resolves with the first content: from this device if it has the board, else from the server; rejects with ProblemError if neither can give it. */
  readonly ready: Promise<void>
  /** The draft's whole board, for a download; null if it is gone. */
  readDraft(id: string): Promise<BoardSnapshot | null>
  /** Brings back what the draft has and the board lacks, one undo step; words changed on both sides are put beside, under `title`. The draft stays until it is discarded. */
  reapplyDraft(id: string, title: string): Promise<Recovery>
  discardDraft(id: string): Promise<void>
  dismissProblem(): void
  /** Another name for the same person: the document, its undo and what is unsent stay, only the connection is a new one. */
  rename(guest: Guest): void
  /** Leaves: presence cleared, what is typed written to this device, socket closed. */
  close(): Promise<void>
}

export interface SessionOptions {
  /** The server's address where it is not the page's own. */
  readonly origin?: string
}

/** Rarely needed; the app on this device has it without a network too. */
const loadReapply = keepTrying(() => import('./reapply.ts'))

export function openSession(boardId: string, guest: Guest, options: SessionOptions = {}): Session {
  const origin = options.origin ?? location.origin
  const api = createApi(origin)
  const storeName = deviceStoreName(guest, boardId)
  const generation = createCell(0)
  const boardState = createCell<BoardState>('live')
  const meeting = createHeardMeeting()
  const problem = createCell<Problem | null>(null)
  const drafts = createCell<readonly RecoveredDraft[]>([])
  const refused = createCell(false)
  const saveState = createCell<SaveState>({ kind: 'saving', onDevice: true }, sameSaveState)
  const presence = createPresenceChannel(guest.name)
  // Before the first word to others.
  if (invisible.get()) presence.tell({ hidden: true })

  let replica = openReplica()
  let me = guest
  let link: Link | null = null
  let closed = false
  let unfollow: (() => void)[] = []

  function facts(): SaveFacts {
    const { link: state, synced } = link?.state.get() ?? { link: 'connecting', synced: false }
    return {
      link: state,
      synced,
      outstanding: replica.ledger.outstanding.get(),
      onDevice: (replica.store?.kept.get() ?? 0) >= replica.typed,
      deviceFails: replica.store?.failure.get() != null,
      refused: refused.get(),
      final: boardState.get() === 'final',
      storageFails: boardState.get() === 'unavailable',
      locked: boardState.get() === 'locked',
    }
  }
  const tell = () => saveState.set(saveStateOf(facts()))
  boardState.subscribe(tell)
  refused.subscribe(tell)

  function connect(to: Replica): Link {
    return openLink({
      boardId,
      url: `${origin.replace(/^http/, 'ws')}${socketPath}`,
      doc: to.doc,
      awareness: to.awareness,
      ledger: to.ledger,
      takeTicket: () => api.takeTicket(boardId, me, to.doc.clientID),
      onFrame(frame) {
        if (frame.type === 'boardState') boardState.set(frame.state)
        else if (frame.type === 'meeting') meeting.hear(frame.meeting)
        else if (to === replica) void refusals.onRefused(frame.problem)
      },
      onDenied: (error) => denied.reject(error),
      onRefused(reason) {
        if (to === replica) void refusals.onRefused(reason)
      },
      expectsAnswers: () => boardState.get() === 'live',
    })
  }
  /** Whatever the save state is made of, in the replica that is now the session's. */
  function follow(): void {
    for (const stop of unfollow) stop()
    const { ledger, store } = replica
    unfollow = [ledger.outstanding.subscribe(tell)]
    if (link) unfollow.push(link.state.subscribe(tell))
    if (store) {
      unfollow.push(store.kept.subscribe(tell))
      unfollow.push(
        store.failure.subscribe(() => {
          const failure = store.failure.get()
          if (failure) problem.set(failure)
          tell()
        }),
      )
    }
    tell()
  }
  async function listDrafts(): Promise<void> {
    drafts.set((await replica.store?.drafts()) ?? [])
  }

  async function readDraft(id: string): Promise<BoardSnapshot | null> {
    const update = await replica.store?.draftUpdate(id)
    return update ? draftSnapshot(update) : null
  }

  const refusals = createRefusals({
    boardId,
    draftId: newId,
    current: () => replica,
    connect,
    stop() {
      refused.set(true)
      link?.close()
    },
    async adopt(clean, cleanLink) {
      const old = replica
      replica = clean
      link = cleanLink
      const kept = clean.keepOnDevice(storeName)
      presence.bind(clean.awareness)
      refused.set(false)
      follow()
      generation.set(generation.get() + 1)
      await kept
      // Its store is there now.
      follow()
      await old.store?.close()
      old.destroy()
      await listDrafts()
    },
    tell: (reason) => problem.set(reason),
  })

  const denied = Promise.withResolvers<never>()
  denied.promise.catch((error: unknown) => {
    if (error instanceof ProblemError) problem.set(error.problem)
  })

  async function open(): Promise<void> {
    const hadBoard = await replica.keepOnDevice(storeName)
    if (closed) return
    link = connect(replica)
    follow()
    presence.bind(replica.awareness)
    if (replica.store?.failure.get() == null) await listDrafts()
    if (!hadBoard) await Promise.race([whenSynced(link), denied.promise])
  }

  const stopGuarding = guardLeaving(() => refused.get() || wouldLoseEdits(facts()))
  const ready = open()
  // Who does not wait for it still finds the reason in `problem`.
  ready.catch(() => {})

  return {
    boardId,
    get board() {
      return replica.board
    },
    get watch() {
      return replica.watch
    },
    get history() {
      return replica.history
    },
    generation,
    presence,
    saveState,
    boardState,
    meeting: meeting.heard,
    problem,
    drafts,
    ready,
    readDraft,
    async reapplyDraft(id, title) {
      const update = await replica.store?.draftUpdate(id)
      if (!update) return { back: 0, aside: 0, left: 0 }
      const { reapply } = await loadReapply()
      return reapply(replica.board, id, update, title)
    },
    async discardDraft(id) {
      await replica.store?.discardDraft(id)
      await listDrafts()
    },
    dismissProblem: () => problem.set(null),
    rename(next) {
      // Another key is another person: this document is written in the first one's name until the page is left.
      if (closed || next.deviceKey !== me.deviceKey || next.name === me.name) return
      me = next
      // The server stamps presence with the name of the ticket.
      link?.reopen()
    },
    async close() {
      closed = true
      stopGuarding()
      presence.close()
      for (const stop of unfollow) stop()
      refusals.close()
      link?.close()
      await replica.store?.close()
      replica.destroy()
    },
  }
}
