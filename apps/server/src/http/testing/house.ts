import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BoardCard, Guest, ProblemBody } from '@kintsugi/protocol'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { openTickets } from '../../access/openTickets.ts'
import { originsOf } from '../../access/origins.ts'
import type { Collab } from '../../collab/collab.ts'
import { newId } from '../../collab/newId.ts'
import { openCollab } from '../../collab/openCollab.ts'
import { openRevisions, type Revisions } from '../../revisions/revisions.ts'
import { openStorage } from '../../storage/openStorage.ts'
import type { Storage } from '../../storage/storage.ts'
import { openHttp } from '../http.ts'

export { newId }
export const alice: Guest = { name: 'アリス', deviceKey: 'a'.repeat(43) }
export const asAlice = { 'X-Kintsugi-Guest': Buffer.from(JSON.stringify(alice)).toString('base64url') }
export const jsonAsAlice = { ...asAlice, 'Content-Type': 'application/json' }

export interface House {
  storage: Storage
  revisions: Revisions
  collab: Collab
  /** Bugs that were reported. */
  reported: unknown[]
  /** As over the network. */
  fetch(request: Request): Promise<Response>
  request(path: string, init?: RequestInit): Promise<Response>
  /** A request that is refused; its status and what it says. */
  refused(path: string, init?: RequestInit): Promise<ProblemBody & { status: number }>
  createBoard(title?: string): Promise<string>
}

/** Everything behind the port, on a database of its own. */
export async function openHouse(options: { clientFolder?: string } = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'kintsugi-http-'))
  const storage = await openStorage(folder)
  const log = pino({ level: 'silent' })
  const tickets = openTickets({ storage, log })
  const collab = openCollab({
    storage,
    tickets,
    log,
    compactor: { request: () => {}, close: async () => {} },
  })
  onTestFinished(async () => {
    await collab.shutdown()
    storage.close()
    rmSync(folder, { recursive: true })
  })
  const { db } = storage
  const revisions = openRevisions({ collab, db, now: () => Date.parse('2026-04-20T04:00:00Z') })
  const reported: unknown[] = []
  const http = openHttp({
    collab,
    db,
    revisions,
    tickets,
    newId,
    origins: originsOf([], true),
    clientFolder: options.clientFolder ?? folder,
    report: (error) => `report ${reported.push(error)}`,
  })
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (!headers.has('host')) headers.set('host', 'localhost:4747')
    return http.request(path, { ...init, headers })
  }
  return {
    storage,
    revisions,
    collab,
    reported,
    fetch: async (request) => http.fetch(request),
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
