import { createMiddleware } from 'hono/factory'
import type { HttpParts } from './parts.ts'
import { refusal, refuse } from './refuse.ts'

/**
 * A foreign page must not write with a reader's browser. Requests without Origin come from no page: a script, curl,
 * the command line.
 */
export function ownOriginRequired(isOwnOrigin: HttpParts['isOwnOrigin']) {
  return createMiddleware(async (c, next) => {
    const origin = c.req.header('origin')
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (reads || origin === undefined || isOwnOrigin(origin, c.req.header('host') ?? '')) return next()
    return refuse(c, refusal('originForeign', { origin }))
  })
}
