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
import { openDrafts } from '../../imports/drafts.ts'
import { openDepartments } from '../../practice/departments.ts'
import { openMeetings } from '../../practice/meetings.ts'
import { openTemplates } from '../../practice/templates.ts'
import { openRevisions, type Revisions } from '../../revisions/revisions.ts'
import { openRounds } from '../../rounds/openRounds.ts'
import { openShare, type Share } from '../../share/openShare.ts'
import { openStorage } from '../../storage/openStorage.ts'
import type { Storage } from '../../storage/storage.ts'
import type { AnonymousDesk } from '../anonymous.ts'
import { openHttp } from '../http.ts'

export { newId }
export const alice: Guest = { name: 'アリス', deviceKey: 'a'.repeat(43) }
export const asAlice = { 'X-Kintsugi-Guest': Buffer.from(JSON.stringify(alice)).toString('base64url') }
export const jsonAsAlice = { ...asAlice, 'Content-Type': 'application/json' }

export interface House {
  /** Where its database lies. */
  folder: string
  storage: Storage
  revisions: Revisions
  collab: Collab
  share: Share
  /** Bugs that were reported. */
  reported: unknown[]
  /** As over the network. */
  fetch(request: Request, wire?: object): Promise<Response>
  /** `address`: the network address it comes from. */
  request(path: string, init?: RequestInit, address?: string): Promise<Response>
  /** A request that is refused; its status and what it says. */
  refused(path: string, init?: RequestInit): Promise<ProblemBody & { status: number }>
  createBoard(title?: string): Promise<string>
}

/** One reader for all houses of a file: to begin takes it longer than a text. */
const drafts = openDrafts()

/** Everything behind the port, on a database of its own. */
export async function openHouse(
  options: { clientFolder?: string; now?: () => number; anonymous?: AnonymousDesk } = {},
): Promise<House> {
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
  const { db } = storage
  const share = openShare({ collab, db, newId, log, now: options.now ?? Date.now })
  onTestFinished(async () => {
    await share.close()
    await collab.shutdown()
    storage.close()
    rmSync(folder, { recursive: true })
  })
  const meetings = openMeetings({ storage, now: Date.now, audience: () => collab })
  const rounds = openRounds({ storage, collab, meetings: () => meetings, newId, now: Date.now, log })
  const revisions = openRevisions({ collab, storage, rounds, now: () => Date.parse('2026-04-20T04:00:00Z') })
  const reported: unknown[] = []
  const http = openHttp({
    collab,
    drafts,
    db,
    revisions,
    share,
    meetings,
    rounds: { ...rounds, ...options.anonymous },
    departments: openDepartments({ db, newId }),
    templates: openTemplates({ db, newId, now: options.now ?? Date.now }),
    tickets,
    newId,
    origins: originsOf([], true),
    clientFolder: options.clientFolder ?? folder,
    report: (error) => `report ${reported.push(error)}`,
  })
  const request: House['request'] = async (path, init = {}, address = '127.0.0.1') => {
    const headers = new Headers(init.headers)
    if (!headers.has('host')) headers.set('host', 'localhost:4747')
    return http.request(path, { ...init, headers }, { incoming: { socket: { remoteAddress: address } } })
  }
  return {
    folder,
    storage,
    revisions,
    collab,
    share,
    reported,
    fetch: async (request, wire) => http.fetch(request, wire),
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
