import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { principalOf } from '../access/guests.ts'
import { byGuest, guestRequired } from './guest.ts'
import type { HttpParts } from './parts.ts'
import { refusal, refuse } from './refuse.ts'
import { openRoutes } from './routes.ts'
import { boardParams, json, refused, revisionParams, schemas } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/postmortems',
  summary: 'List the finalized postmortems, latest revision of each, newest first',
  responses: { 200: json(z.array(schemas.revisionCard), 'Latest revisions.'), ...refused },
})
const read = createRoute({
  method: 'get',
  path: '/postmortems/{id}',
  summary: 'The revisions of a postmortem',
  request: { params: boardParams },
  responses: { 200: json(schemas.postmortem, 'The latest revision and all of them.'), ...refused },
})
const bytes = createRoute({
  method: 'get',
  path: '/postmortems/{id}/revisions/{n}',
  summary: 'The stored bytes of a revision: RFC 8785 JSON, exactly as they were hashed',
  request: { params: revisionParams },
  responses: {
    200: json(schemas.revision, 'SHA-256 of this body is the hash; the ETag names it.'),
    ...refused,
  },
})
const verify = createRoute({
  method: 'get',
  path: '/postmortems/{id}/revisions/{n}/verify',
  summary: 'Hash the stored bytes again and compare',
  request: { params: revisionParams },
  responses: {
    200: json(schemas.verification, 'Whether the stored bytes are the finalized ones.'),
    ...refused,
  },
})
const finalize = createRoute({
  method: 'post',
  path: '/boards/{id}/finalize',
  summary: 'Finalize the board: an immutable, numbered revision',
  middleware: [guestRequired] as const,
  security: byGuest,
  request: { params: boardParams },
  responses: { 201: json(schemas.revisionCard, 'The new revision.'), ...refused },
})
const reopen = createRoute({
  method: 'post',
  path: '/boards/{id}/reopen',
  summary: 'Open a finalized board again; its next revision will name the hash of the one before',
  middleware: [guestRequired] as const,
  security: byGuest,
  request: { params: boardParams },
  responses: { 204: { description: 'The board can be edited.' }, ...refused },
})

export function postmortemRoutes({ revisions, meetings }: HttpParts): OpenAPIHono {
  const routes = openRoutes()
  routes.openapi(list, async (c) => c.json(await revisions.latest(), 200))

  routes.openapi(read, async (c) => {
    const { id } = c.req.valid('param')
    const [latest, ...earlier] = await revisions.of(id)
    if (!latest) return refuse(c, refusal('postmortemUnknown'))
    return c.json({ latest, revisions: [latest, ...earlier] }, 200)
  })

  // In the document, but answered outside of the typed JSON: what is sent are bytes, not a value.
  routes.openAPIRegistry.registerPath(bytes)
  routes.get('/postmortems/:id/revisions/:n', async (c) => {
    const { id, n } = c.req.param()
    const found = await revisions.stored(id, Number(n))
    if (!found) return refuse(c, refusal('revisionUnknown', { number: n }))
    const etag = `"${found.card.hash}"`
    // Not to be compressed or otherwise rewritten on the way: the hash is over what arrives.
    const headers = { ETag: etag, 'Cache-Control': 'no-cache, no-transform' }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
    return c.body(Uint8Array.from(found.bytes), 200, { ...headers, 'Content-Type': 'application/json' })
  })

  routes.openapi(verify, async (c) => {
    const { id, n } = c.req.valid('param')
    const verification = await revisions.verify(id, n)
    return verification ? c.json(verification, 200) : refuse(c, refusal('revisionUnknown', { number: n }))
  })

  routes.openapi(finalize, async (c) => {
    const { id } = c.req.valid('param')
    if (meetings.isLocked(id, principalOf(c.var.guest))) return refuse(c, refusal('boardLocked'))
    return c.json(await revisions.finalize(id, c.var.guest.name), 201)
  })

  routes.openapi(reopen, async (c) => {
    const { id } = c.req.valid('param')
    if (meetings.isLocked(id, principalOf(c.var.guest))) return refuse(c, refusal('boardLocked'))
    await revisions.reopen(id)
    return c.body(null, 204)
  })
  return routes
}
