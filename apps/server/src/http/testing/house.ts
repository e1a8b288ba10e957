import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Board, openBoard, readSnapshot, seedBoard } from '@kintsugi/board'
import { idFromBytes } from '@kintsugi/model'
import type { BoardCard, Guest, ProblemBody } from '@kintsugi/protocol'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { type Collab, CollabProblem } from '../../collab/collab.ts'
import { openRevisions, type Revisions } from '../../revisions/revisions.ts'
import { openStorage } from '../../storage/openStorage.ts'
import type { Storage } from '../../storage/storage.ts'
import { openHttp } from '../http.ts'

export const newId = (): string => idFromBytes(randomBytes(16))
export const alice: Guest = { name: 'アリス', deviceKey: 'a'.repeat(43) }
export const asAlice = { 'X-Kintsugi-Guest': Buffer.from(JSON.stringify(alice)).toString('base64url') }
export const jsonAsAlice = { ...asAlice, 'Content-Type': 'application/json' }

const refuse = (code: string): never => {
  throw new CollabProblem({ code, args: {}, line: null })
}

/** Boards without sockets: the routes' view of the write path. */
function openBoards(storage: Storage): Collab {
  const boards = new Map<string, { board: Board; final: boolean }>()
  const find = (id: string) => boards.get(id) ?? refuse('boardUnknown')
  const unused = (): never => {
    throw new Error('not used by HTTP')
  }
  return {
    async create(id, init) {
      const doc = new Y.Doc()
      seedBoard(doc, { boardId: id, ...init })
      const title = init.title ?? ''
      const checkpoint = Y.encodeStateAsUpdate(doc)
      storage.createBoard({
        boardId: id,
        title,
        checkpoint,
        seededBy: { clientId: doc.clientID, principalId: '#server' },
      })
      boards.set(id, { board: openBoard(doc, { newId }), final: false })
    },
    change: async (id, _principal, work) => {
      const { board, final } = find(id)
      return final ? refuse('boardFinal') : work(board)
    },
    snapshot: async (id) => readSnapshot(find(id).board),
    async freeze(id, work) {
      const held = find(id)
      if (held.final) refuse('boardFinal')
      held.final = true
      try {
        return await work(readSnapshot(held.board))
      } catch (error) {
        held.final = false
        throw error
      }
    },
    async thaw(id) {
      const held = find(id)
      if (!held.final) refuse('boardNotFinal')
      held.final = false
    },
    state: async (id) => (find(id).final ? 'final' : 'live'),
    present: () => 0,
    commit: unused,
    idle: unused,
    shutdown: unused,
  }
}

export interface House {
  storage: Storage
  revisions: Revisions
  collab: Collab
  /** Bugs that were reported. */
  reported: unknown[]
  request(path: string, init?: RequestInit): Promise<Response>
  /** A request that is refused; its status and what it says. */
  refused(path: string, init?: RequestInit): Promise<ProblemBody & { status: number }>
  createBoard(title?: string): Promise<string>
}

/** Everything behind the port, on a database of its own. */
export async function openHouse(options: { clientFolder?: string } = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'kintsugi-http-'))
  const storage = await openStorage(folder)
  onTestFinished(() => {
    storage.close()
    rmSync(folder, { recursive: true })
  })
  const collab = openBoards(storage)
  const { db } = storage
  const revisions = openRevisions({ collab, db, now: () => Date.parse('2026-04-20T04:00:00Z') })
  const reported: unknown[] = []
  const http = openHttp({
    collab,
    db,
    revisions,
    tickets: { issue: () => ({ ticket: 'a-ticket', expiresInSeconds: 30 }), redeem: () => undefined },
    newId,
    isOwnOrigin: (origin, host) => origin === `http://${host}`,
    clientFolder: options.clientFolder ?? folder,
    report: (error) => `report ${reported.push(error)}`,
  })
  const request = async (path: string, init?: RequestInit): Promise<Response> => http.request(path, init)
  return {
    storage,
    revisions,
    collab,
    reported,
    request,
    async refused(path, init) {
      const response = await request(path, init)
      const body: ProblemBody = await response.json()
      return { ...body, status: response.status }
    },
    async createBoard(title = 'DNS が引けない') {
      const response = await request('/api/boards', {
        method: 'POST',
        headers: jsonAsAlice,
        body: JSON.stringify({ title, timeZone: 'Asia/Tokyo' }),
      })
      const card: BoardCard = await response.json()
      return card.id
    },
  }
}
