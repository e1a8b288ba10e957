import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { closeCodes } from '@kintsugi/protocol'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { openTickets } from './access/openTickets.ts'
import { originsOf } from './access/origins.ts'
import { ticketRoutes } from './access/ticketRoutes.ts'
import { Compactor } from './collab/compactor.ts'
import { type OpenCollab, openCollab } from './collab/openCollab.ts'
import { selfTest } from './collab/selfTest.ts'
import { openSockets } from './collab/sockets.ts'
import type { Config } from './config.ts'
import { healthRoutes } from './health.ts'
import { databaseFile } from './storage/openStorage.ts'
import type { Storage } from './storage/storage.ts'

export type App = {
  readonly server: Server
  readonly collab: OpenCollab
  /** Refuses writes, drains, closes every socket and the port. Takes a few seconds at most. */
  close(): Promise<void>
}

/** Everything on one port, put together. The caller opens the storage before, listens, and closes the storage after. */
export async function createApp(parts: { config: Config; storage: Storage; log: Logger }): Promise<App> {
  const { config, storage, log } = parts
  const tickets = openTickets({ storage, log })
  const compactor = new Compactor({ log: storage.log, file: databaseFile(config.dataFolder), logger: log })
  const collab = openCollab({ storage, tickets, compactor, log })
  await selfTest(collab.hocuspocus)
  const origins = originsOf(config.origins, config.onLoopback)
  const sockets = openSockets({
    hocuspocus: collab.hocuspocus,
    origins,
    perAddress: config.socketsPerAddress,
    log,
  })

  const app = new Hono()
  app.use(async (c, next) => {
    const allowed = origins.allow({ origin: c.req.header('origin'), host: c.req.header('host') })
    return allowed ? next() : c.json({ problem: { code: 'originForeign', args: {}, line: null } }, 403)
  })
  app.route('/', healthRoutes({ collab, sockets }))
  app.route('/', ticketRoutes(tickets))

  const server = createServer(getRequestListener(app.fetch))
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head))
  return {
    server,
    collab,
    async close() {
      server.close()
      await collab.shutdown()
      await sockets.close(closeCodes.shutdown, 'the server is going down')
      server.closeAllConnections()
    },
  }
}
