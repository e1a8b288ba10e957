import { createServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { BoardId } from '@kintsugi/model'
import { closeCodes, type ServerFrame } from '@kintsugi/protocol'
import type { Logger } from 'pino'
import { openTickets } from './access/openTickets.ts'
import { originsOf } from './access/origins.ts'
import { Compactor } from './collab/compactor.ts'
import { newId } from './collab/newId.ts'
import { type OpenCollab, openCollab } from './collab/openCollab.ts'
import { selfTest } from './collab/selfTest.ts'
import { openSockets } from './collab/sockets.ts'
import type { Config } from './config.ts'
import { healthRoutes } from './health.ts'
import { openHttp } from './http/http.ts'
import { openDrafts } from './imports/drafts.ts'
import { openDepartments } from './practice/departments.ts'
import { openMeetings } from './practice/meetings.ts'
import { openTemplates } from './practice/templates.ts'
import { openRevisions } from './revisions/revisions.ts'
import { openRounds, roundBeatMs } from './rounds/openRounds.ts'
import type { Rounds } from './rounds/rounds.ts'
import { openShare } from './share/openShare.ts'
import { databaseFile } from './storage/openStorage.ts'
import type { Storage } from './storage/storage.ts'

export type App = {
  readonly server: Server
  readonly collab: OpenCollab
  /** Refuses writes, drains, closes every socket and the port. Takes a few seconds at most. */
  close(): Promise<void>
}

/** The built web client, as it lies beside us in the house: the same way from the source and from the bundle. */
const clientFolder = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Everything on one port, put together. The caller opens the storage before, listens, and closes the storage after. */
export async function createApp(parts: { config: Config; storage: Storage; log: Logger }): Promise<App> {
  const { config, storage, log } = parts
  const tickets = openTickets({ storage, log })
  const compactor = new Compactor({ log: storage.log, file: databaseFile(config.dataFolder), logger: log })
  const meetings = openMeetings({
    storage,
    now: Date.now,
    audience: () => collab,
    roundOf: (boardId) => rounds.of(boardId),
  })
  const greeting = (boardId: BoardId): ServerFrame[] => [{ type: 'meeting', meeting: meetings.of(boardId) }]
  const collab: OpenCollab = openCollab({
    storage,
    tickets,
    compactor,
    greeting,
    isLocked: meetings.isLocked,
    attendance: meetings.attendance,
    log,
  })
  const rounds: Rounds = openRounds({ storage, collab, meetings: () => meetings, newId, now: Date.now, log })
  await selfTest(collab.hocuspocus)
  await rounds.recover()
  const beat = setInterval(() => void rounds.beat(), roundBeatMs).unref()
  const origins = originsOf(config.origins, config.onLoopback)
  const report = (error: unknown): string => {
    const reference = newId()
    log.error({ err: error, reference }, 'a request met a bug')
    return reference
  }
  const sockets = openSockets({
    hocuspocus: collab.hocuspocus,
    origins,
    perAddress: config.socketsPerAddress,
    log,
  })

  const revisions = openRevisions({ collab, storage, rounds, now: Date.now })
  const share = openShare({ collab, db: storage.db, newId, log, now: Date.now })
  const departments = openDepartments({ db: storage.db, newId })
  const templates = openTemplates({ db: storage.db, newId, now: Date.now })
  const drafts = openDrafts()
  const http = openHttp({
    collab,
    drafts,
    db: storage.db,
    revisions,
    share,
    tickets,
    newId,
    origins,
    meetings,
    departments,
    templates,
    rounds,
    publicUrl: config.origins[0],
    clientFolder,
    report,
  })
  http.route('/', healthRoutes({ collab, sockets }))

  const server = createServer(getRequestListener(http.fetch))
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head))
  return {
    server,
    collab,
    async close() {
      server.close()
      clearInterval(beat)
      meetings.close()
      await share.close()
      await drafts.close()
      await collab.shutdown()
      rounds.close()
      await sockets.close(closeCodes.shutdown, 'the server is going down')
      server.closeAllConnections()
    },
  }
}
