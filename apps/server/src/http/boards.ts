import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { invariant } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { principalOf } from '../access/guests.ts'
import { boardCard, boardCards } from './boardCards.ts'
import { byGuest, guestRequired } from './guest.ts'
import { languageOfRequest } from './language.ts'
import type { HttpParts } from './parts.ts'
import { refusal, refuse } from './refuse.ts'
import { smallBody } from './requestBody.ts'
import { openRoutes } from './routes.ts'
import { boardParams, json, jsonBody, refused, schemas } from './schemas.ts'

const create = createRoute({
  method: 'post',
  path: '/boards',
  summary: 'Create a board',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: {
    query: z.object({ lang: z.string().max(20).optional() }),
    body: jsonBody(schemas.createBoard),
  },
  responses: { 201: json(schemas.boardCard, 'The new board.'), ...refused },
})
const list = createRoute({
  method: 'get',
  path: '/boards',
  summary: 'List the boards, last changed first',
  responses: { 200: json(z.array(schemas.boardCard), 'All boards.'), ...refused },
})
const read = createRoute({
  method: 'get',
  path: '/boards/{id}',
  summary: 'The board as it is now',
  request: { params: boardParams },
  responses: { 200: json(schemas.boardSnapshot, 'The saved state in plain JSON.'), ...refused },
})
const takeTicket = createRoute({
  method: 'post',
  path: '/boards/{id}/tickets',
  summary: 'Take a ticket for the live channel, our own or that of any Yjs client',
  description:
    'The live channel is a WebSocket and not described here. `/collab` is our own client’s. `/yjs/{id}?ticket=…` speaks the y-websocket protocol: `new WebsocketProvider("ws://host/yjs", id, doc, { params: { ticket }, disableBc: true })`.',
  middleware: [smallBody] as const,
  request: { params: boardParams, body: jsonBody(schemas.ticketRequest) },
  responses: {
    200: json(schemas.ticket, 'Good for one connection, for a short time; or reusable.'),
    ...refused,
  },
})

export function boardRoutes(parts: HttpParts): OpenAPIHono {
  const { collab, templates, tickets, newId } = parts
  const routes = openRoutes()

  routes.openapi(create, async (c) => {
    const id = newId()
    const { sample, template: wanted, owner = c.var.guest.name, ...init } = c.req.valid('json')
    const template = wanted && (await templates.find(wanted, languageOfRequest(c)))
    if (wanted && !template) return refuse(c, refusal('templateUnknown'))
    const begun = { ...init, owner, ...(template && { template }) }
    await collab.create(id, sample ? { content: paymentTimeout[sample] } : begun)
    const card = await boardCard(parts, id)
    invariant(card, 'a board that was just created is there')
    return c.json(card, 201)
  })

  routes.openapi(list, async (c) => c.json(await boardCards(parts), 200))

  routes.openapi(read, async (c) => c.json(await collab.snapshot(c.req.valid('param').id), 200))

  routes.openapi(takeTicket, (c) => {
    const { guest, clientId, reusable } = c.req.valid('json')
    const boardId = c.req.valid('param').id
    const issued = tickets.issue({ boardId, clientId, principal: principalOf(guest) }, { reusable })
    return 'problem' in issued ? refuse(c, issued.problem) : c.json(issued, 200)
  })
  return routes
}
