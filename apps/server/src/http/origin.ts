import { createMiddleware } from 'hono/factory'
import type { Origins } from '../access/origins.ts'
import { refusal, refuse } from './refuse.ts'

/** A foreign page neither reads nor writes with a reader's browser, nor by a name that it has pointed at us. */
export function ownOriginRequired(origins: Origins) {
  return createMiddleware(async (c, next) => {
    const origin = c.req.header('origin')
    const host = c.req.header('host')
    if (origins.allow({ origin, host })) return next()
    return refuse(c, refusal('originForeign', { origin: origin ?? host ?? '' }))
  })
}
