import { Hono } from 'hono'
import type { OpenCollab } from './collab/openCollab.ts'
import type { Sockets } from './collab/sockets.ts'

/** `GET /healthz`: 200 while edits can be saved, 503 while the disk takes none. */
export function healthRoutes(parts: {
  collab: Pick<OpenCollab, 'healthy' | 'boardsOpen'>
  sockets: Pick<Sockets, 'count'>
}): Hono {
  const { collab, sockets } = parts
  return new Hono().get('/healthz', (c) => {
    const { healthy, boardsOpen } = collab
    c.header('Cache-Control', 'no-store')
    return c.json(
      { status: healthy ? 'ok' : 'storageUnavailable', boardsOpen, connections: sockets.count },
      healthy ? 200 : 503,
    )
  })
}
