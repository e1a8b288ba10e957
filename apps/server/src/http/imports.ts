import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { importSnapshot, readSnapshot, removeImport } from '@kintsugi/board'
import { compareImport } from '@kintsugi/exchange'
import { limits } from '@kintsugi/model'
import { principalOf } from '../access/guests.ts'
import { draftOf, itemCount } from './draft.ts'
import { byGuest, guestRequired } from './guest.ts'
import type { HttpParts } from './parts.ts'
import { isRefusal, type Refusal, refusal, refuse } from './refuse.ts'
import { importBody, roomForImports } from './requestBody.ts'
import { openRoutes } from './routes.ts'
import { batchParams, boardParams, json, jsonBody, refused, schemas } from './schemas.ts'

const room = roomForImports()
const preview = createRoute({
  method: 'post',
  path: '/boards/{id}/import/preview',
  summary: 'Read a text as it would be imported; nothing is written',
  middleware: [guestRequired, room, importBody] as const,
  security: byGuest,
  request: { params: boardParams, body: jsonBody(schemas.importRequest) },
  responses: {
    200: json(schemas.importPreview, 'What was read, and what of it the board has already.'),
    ...refused,
  },
})
const commit = createRoute({
  method: 'post',
  path: '/boards/{id}/import',
  summary: 'Import a text into the board',
  middleware: [guestRequired, room, importBody] as const,
  security: byGuest,
  request: { params: boardParams, body: jsonBody(schemas.importRequest) },
  responses: { 201: json(schemas.importResult, 'What was added.'), ...refused },
})
const remove = createRoute({
  method: 'delete',
  path: '/boards/{id}/imports/{batch}',
  summary: 'Take an import back as a whole',
  middleware: [guestRequired] as const,
  security: byGuest,
  request: { params: batchParams },
  responses: { 204: { description: 'Its items are gone.' }, ...refused },
})

export function importRoutes({ collab, newId, inTurn }: HttpParts): OpenAPIHono {
  const routes = openRoutes()

  routes.openapi(preview, (c) =>
    inTurn(async () => {
      const { id } = c.req.valid('param')
      const existing = await collab.snapshot(id)
      if (isTooBig(c.req.valid('json').text)) return refuse(c, tooBig)
      const draft = draftOf(id, c.req.valid('json'), newId)
      if ('problem' in draft) return refuse(c, draft.problem)
      const { format, snapshot, problems } = draft
      const { duplicates } = compareImport(existing, snapshot)
      return c.json({ format, snapshot, duplicates, problems }, 200)
    }),
  )

  routes.openapi(commit, (c) =>
    inTurn(async () => {
      const { id } = c.req.valid('param')
      // An unknown board is told before anything about the text.
      await collab.state(id)
      if (isTooBig(c.req.valid('json').text)) return refuse(c, tooBig)
      const draft = draftOf(id, c.req.valid('json'), newId)
      if ('problem' in draft) return refuse(c, draft.problem)
      const { batch, problems } = draft
      // Compared and counted inside the write, on the very state it is added to: two imports at once see each other.
      const outcome = await collab.change(id, principalOf(c.var.guest), (board): Refusal | Counts => {
        const existing = readSnapshot(board)
        const { fresh, duplicates } = compareImport(existing, draft.snapshot)
        const total = itemCount(existing) + itemCount(fresh)
        if (total > limits.itemsPerBoard) return refusal('itemLimit', { total, limit: limits.itemsPerBoard })
        return { added: importSnapshot(board, fresh).length, duplicates: duplicates.length }
      })
      return isRefusal(outcome) ? refuse(c, outcome) : c.json({ batch, ...outcome, problems }, 201)
    }),
  )

  routes.openapi(remove, async (c) => {
    const { id, batch } = c.req.valid('param')
    const removed = await collab.change(id, principalOf(c.var.guest), (board) => removeImport(board, batch))
    return removed === 0 ? refuse(c, refusal('batchUnknown')) : c.body(null, 204)
  })
  return routes
}

/** The request may be somewhat longer than its text; what counts is the text. */
const isTooBig = (text: string): boolean => Buffer.byteLength(text) > limits.importBytes
const tooBig = refusal('importTooBig', { limitMB: limits.importBytes / 1_000_000 })

type Counts = { added: number; duplicates: number }
