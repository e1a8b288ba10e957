import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { importSnapshot, readSnapshot, removeImport } from '@kintsugi/board'
import { compareImport } from '@kintsugi/exchange'
import { invariant, limits } from '@kintsugi/model'
import type { Guest } from '@kintsugi/protocol'
import { principalOf } from '../access/guests.ts'
import { itemCount } from '../imports/draft.ts'
import type { DraftRead } from '../imports/drafts.ts'
import type { DraftOrder } from '../imports/draftWorker.ts'
import { inLines } from '../turns.ts'
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

export function importRoutes({ collab, drafts }: HttpParts): OpenAPIHono {
  const routes = openRoutes()
  const lineOf = inLines()

  /** What a text comes to on this board. An unknown board is told before anything about the text. */
  async function read(
    order: Omit<DraftOrder, 'existing'>,
    guest: Guest,
    signal: AbortSignal,
  ): Promise<DraftRead> {
    const { boardId, request } = order
    await collab.state(boardId)
    if (Buffer.byteLength(request.text) > limits.importBytes) return { problem: tooBig }
    const complete = async () => ({ ...order, existing: await collab.snapshot(boardId) })
    // Whoever sends a hundred texts stands in the common line once.
    const inLine = lineOf(principalOf(guest).id)
    return (await inLine(() => drafts.read(complete, signal))) ?? { problem: hungUp }
  }

  routes.openapi(preview, async (c) => {
    const order = { boardId: c.req.valid('param').id, request: c.req.valid('json'), preview: true }
    const found = await read(order, c.var.guest, c.req.raw.signal)
    if ('problem' in found) return refuse(c, found.problem)
    invariant('body' in found, 'a preview was asked for')
    // Written where it was read; its type is checked there.
    return c.body(found.body, 200, { 'Content-Type': 'application/json' }) as never
  })

  routes.openapi(commit, async (c) => {
    const order = { boardId: c.req.valid('param').id, request: c.req.valid('json'), preview: false }
    const found = await read(order, c.var.guest, c.req.raw.signal)
    if ('problem' in found) return refuse(c, found.problem)
    invariant('draft' in found, 'a draft was asked for')
    const { batch, snapshot, problems } = found.draft
    // Compared and counted inside the write, on the very state it is added to: two imports at once see each other.
    const outcome = await collab.change(
      order.boardId,
      principalOf(c.var.guest),
      (board): Refusal | Counts => {
        const existing = readSnapshot(board)
        const { fresh, duplicates } = compareImport(existing, snapshot)
        const total = itemCount(existing) + itemCount(fresh)
        if (total > limits.itemsPerBoard) return refusal('itemLimit', { total, limit: limits.itemsPerBoard })
        return { added: importSnapshot(board, fresh).length, duplicates: duplicates.length }
      },
    )
    return isRefusal(outcome) ? refuse(c, outcome) : c.json({ batch, ...outcome, problems }, 201)
  })

  routes.openapi(remove, async (c) => {
    const { id, batch } = c.req.valid('param')
    const removed = await collab.change(id, principalOf(c.var.guest), (board) => removeImport(board, batch))
    return removed === 0 ? refuse(c, refusal('batchUnknown')) : c.body(null, 204)
  })
  return routes
}

/** The request may be somewhat longer than its text; what counts is the text. */
const tooBig = refusal('importTooBig', { limitMB: limits.importBytes / 1_000_000 })
/** Nobody hears the answer. */
const hungUp = refusal('bodyNotJson')

type Counts = { added: number; duplicates: number }
