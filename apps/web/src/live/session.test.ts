import 'fake-indexeddb/auto'
import { addTimelineEntry } from '@kintsugi/board'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '../identity/newId.ts'
import { ProblemError } from './problemError.ts'
import { openSession, type Session } from './session.ts'
import { openScriptedServer, type ScriptedServer } from './testing/scriptedServer.ts'

const alice = { name: 'Alice', deviceKey: 'A'.repeat(43) }
const bob = { name: 'Bob', deviceKey: 'B'.repeat(43) }
let server: ScriptedServer
let boardId: string
const open: Session[] = []

function join(guest = alice): Session {
  const session = openSession(boardId, guest, { origin: server.origin })
  open.push(session)
  return session
}
async function leave(session: Session): Promise<void> {
  open.splice(open.indexOf(session), 1)
  await session.close()
}
const entry = (session: Session, actor: string) => addTimelineEntry(session.board, { actor })
const actors = (session: Session) =>
  session.watch
    .getSnapshot()
    .timeline.map(({ actor }) => actor)
    .toSorted()
const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })
const saysSaved = (session: Session) => soon(() => expect(session.saveState.get().kind).toBe('saved'))

beforeEach(async () => {
  server = await openScriptedServer()
  boardId = newId()
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const session of [...open]) await leave(session)
  await server.down()
})

describe('session', () => {
  it('[LV15] brings an edit to everybody on the board, and says "saved" once it is', async () => {
    const [a, b] = [join(), join(bob)]
    await Promise.all([a.ready, b.ready])
    entry(a, 'on-call')
    expect(a.saveState.get().kind).toBe('saving')
    await saysSaved(a)
    await soon(() => expect(actors(b)).toEqual(['on-call']))
  })

  it('[LV1] sends nothing typed before the server has been told everything', async () => {
    const a = join()
    entry(a, 'typed while connecting')
    await a.ready
    entry(a, 'typed after')
    await saysSaved(a)
    expect(server.frames.slice(0, 2)).toEqual([0, 1])
    expect(server.frames.slice(2)).toEqual([2])
  })

  it('[LV16] both sides edit while the server is away; afterwards both have everything, once', async () => {
    const [a, b] = [join(), join(bob)]
    await Promise.all([a.ready, b.ready])
    entry(a, 'before')
    await soon(() => expect(actors(b)).toEqual(['before']))
    await server.down()
    await soon(() => expect(a.saveState.get()).toEqual({ kind: 'offline', onDevice: true }))
    entry(a, 'a offline')
    entry(b, 'b offline')
    expect(a.saveState.get().kind).toBe('offline')
    await soon(() => expect(a.saveState.get().onDevice).toBe(true))
    await server.up()
    await saysSaved(a)
    await saysSaved(b)
    await soon(() => expect(actors(a)).toEqual(['a offline', 'b offline', 'before']))
    await soon(() => expect(actors(b)).toEqual(['a offline', 'b offline', 'before']))
  })

  it('[LV17] opens from this device without the server, and what was typed offline arrives later', async () => {
    const first = join()
    await first.ready
    entry(first, 'seen')
    await saysSaved(first)
    await server.down()
    await soon(() => expect(first.saveState.get().kind).toBe('offline'))
    entry(first, 'never sent')
    await leave(first)

    const second = join()
    await second.ready
    expect(actors(second)).toEqual(['never sent', 'seen'])
    await soon(() => expect(second.saveState.get()).toEqual({ kind: 'offline', onDevice: true }))
    await server.up()
    await saysSaved(second)
    const other = join(bob)
    await other.ready
    expect(actors(other)).toEqual(['never sent', 'seen'])
  })

  it('[LV2] says "not saved" while the server cannot store, and recovers when it asks again', async () => {
    const a = join()
    await a.ready
    server.mood = 'fail'
    server.tell(boardId, 'unavailable')
    entry(a, 'first')
    entry(a, 'second')
    await soon(() => expect(a.saveState.get()).toEqual({ kind: 'unsaved', onDevice: true }))
    server.mood = 'take'
    server.tell(boardId, 'live')
    entry(a, 'third')
    server.askAll(boardId)
    await saysSaved(a)
    expect(server.content(boardId).store.clients.size).toBe(1)
  })

  it('[LV8] a refused edit becomes a draft, whole; the board goes on clean and is not refused again', async () => {
    const [a, b] = [join(), join(bob)]
    await Promise.all([a.ready, b.ready])
    entry(a, 'good')
    await soon(() => expect(actors(b)).toEqual(['good']))
    const before = a.board
    server.mood = 'refuse'
    entry(a, 'too much')
    await soon(() => expect(a.generation.get()).toBe(1))
    server.mood = 'take'
    expect(a.problem.get()?.code).toBe('noteTooLong')
    expect(a.board).not.toBe(before)
    expect(actors(a)).toEqual(['good'])
    await soon(() => expect(a.drafts.get()).toHaveLength(1))
    const [draft] = a.drafts.get()
    const recovered = await a.readDraft(draft?.id ?? '')
    expect(recovered?.timeline.map((entry) => entry.actor).toSorted()).toEqual(['good', 'too much'])
    entry(a, 'later')
    await saysSaved(a)
    await soon(() => expect(actors(b)).toEqual(['good', 'later']))
    expect(a.generation.get()).toBe(1)
    await leave(a)
    const again = join()
    await again.ready
    await saysSaved(again)
    expect(actors(again)).toEqual(['good', 'later'])
    expect(again.drafts.get()).toHaveLength(1)
    // Whatever was wrong with it: the person may try again, with the draft still there.
    expect(await again.reapplyDraft(draft?.id ?? '', 'From a copy')).toEqual({ back: 1, aside: 0, left: 0 })
    await saysSaved(again)
    await soon(() => expect(actors(b)).toEqual(['good', 'later', 'too much']))
    await again.discardDraft(draft?.id ?? '')
    expect(again.drafts.get()).toEqual([])
  })

  it('[LV18] stops starting over when refusals do not end, and keeps what is on the screen', async () => {
    const a = join()
    await a.ready
    server.mood = 'refuse'
    for (let n = 1; n <= 3; n++) {
      entry(a, `refused ${n}`)
      await soon(() => expect(a.generation.get()).toBe(n))
      await soon(() => expect(a.drafts.get()).toHaveLength(n))
    }
    entry(a, 'refused 4')
    await soon(() => expect(a.problem.get()?.code).toBe('refusedAgain'))
    expect(a.saveState.get().kind).toBe('unsaved')
    expect(actors(a)).toEqual(['refused 4'])
    expect(a.generation.get()).toBe(3)
  })

  it('[LV19] an unknown board is said once, and asked for once', async () => {
    server.ticketStatus = 404
    const a = join()
    await expect(a.ready).rejects.toThrow(ProblemError)
    expect(a.problem.get()?.code).toBe('boardUnknown')
    await new Promise((resolve) => setTimeout(resolve, 900))
    expect(server.ticketsAsked).toBe(1)
  })

  it('[LV19] a server that fails to give a ticket is asked again, more slowly each time', async () => {
    server.ticketStatus = 503
    const a = join()
    await soon(() => expect(server.ticketsAsked).toBe(2))
    expect(a.saveState.get().kind).toBe('offline')
    server.ticketStatus = 200
    await a.ready
    await saysSaved(a)
  })

  it('[LV8] a client id that is not ours any more is given up, with what was typed under it kept', async () => {
    const a = join()
    await a.ready
    await server.down()
    entry(a, 'typed under it')
    server.nextTicketStatuses.push(409)
    await server.up()
    await soon(() => expect(a.generation.get()).toBe(1))
    await soon(() => expect(a.drafts.get()).toHaveLength(1))
    await saysSaved(a)
    expect(actors(a)).toEqual([])
    expect(a.problem.get()?.code).toBe('clientIdTaken')
  })

  it('[LV20] comes back after every close code, and takes a frame that is too big for a refusal', async () => {
    const a = join()
    await a.ready
    for (const code of [4205, 1013, 4503, 4401]) {
      server.closeSockets(code)
      await soon(() => expect(a.saveState.get().kind).toBe('offline'))
      await saysSaved(a)
    }
    expect(a.generation.get()).toBe(0)
    entry(a, 'more than a frame holds')
    server.closeSockets(1009)
    await soon(() => expect(a.generation.get()).toBe(1))
    expect(a.problem.get()?.code).toBe('frameTooBig')
    await saysSaved(a)
  })

  it('[LV21] follows the board’s state', async () => {
    const a = join()
    await a.ready
    server.tell(boardId, 'final')
    await soon(() => expect(a.boardState.get()).toBe('final'))
    expect(a.saveState.get().kind).toBe('saved')
  })

  it('[LV11] shows who is here, and no longer when they have left', async () => {
    const [a, b] = [join(), join(bob)]
    await Promise.all([a.ready, b.ready])
    b.presence.tell({ cursor: { x: 5, y: 6 }, selection: ['x'] })
    await soon(() => expect(a.presence.others.get()).toMatchObject([{ cursor: { x: 5, y: 6 } }]))
    await leave(b)
    await soon(() => expect(a.presence.others.get()).toEqual([]))
  })

  it('[LV24] under a new name, and after a loss, whoever sits still is seen again at once', async () => {
    const [a, b] = [join(), join(bob)]
    await Promise.all([a.ready, b.ready])
    const seen = () => a.presence.others.get().map(({ selection }) => selection)
    b.presence.tell({ selection: ['x'] })
    await soon(() => expect(seen()).toEqual([['x']]))
    a.rename({ ...alice, name: 'Alice Sato' })
    expect(seen()).toEqual([])
    // Presence is told anew every 15 seconds anyway: `soon` is sooner.
    await soon(() => expect(seen()).toEqual([['x']]))
  })

  it('[LV13] another name is another connection: the document, its undo and what is unsent stay', async () => {
    const [a, b] = [join(), join(bob)]
    await Promise.all([a.ready, b.ready])
    entry(a, 'before')
    await saysSaved(a)
    const { board, history } = a
    const asked = server.ticketsAsked
    entry(a, 'on its way')
    a.rename({ ...alice, name: 'Alice Sato' })
    entry(a, 'between')
    await saysSaved(a)
    expect(server.ticketsAsked).toBe(asked + 1)
    expect(a.board).toBe(board)
    await soon(() => expect(actors(b)).toEqual(['before', 'between', 'on its way']))
    history.undo()
    await soon(() => expect(actors(b)).not.toContain('between'))
    // The same name again, or another person's key: nothing to do.
    a.rename({ ...alice, name: 'Alice Sato' })
    a.rename(bob)
    expect(a.saveState.get().kind).not.toBe('offline')
  })

  it('[LV15] undo takes back one’s own, nobody else’s', async () => {
    const [a, b] = [join(), join(bob)]
    await Promise.all([a.ready, b.ready])
    entry(a, 'mine')
    entry(b, 'theirs')
    await soon(() => expect(actors(a)).toEqual(['mine', 'theirs']))
    a.history.undo()
    await soon(() => expect(actors(b)).toEqual(['theirs']))
  })
})
