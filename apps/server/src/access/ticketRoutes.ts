import { boardIdSchema, type Problem } from '@kintsugi/model'
import { ticketRequestSchema } from '@kintsugi/protocol'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { principalOf } from './guests.ts'
import type { Tickets } from './tickets.ts'

const statusOf: Record<string, 404 | 409> = { boardUnknown: 404, clientIdTaken: 409 }
const problemOf = (code: string, args: Problem['args'] = {}): { problem: Problem } => ({
  problem: { code, args, line: null },
})

/** `POST /api/boards/:id/tickets`: what a browser needs to open the socket. */
export function ticketRoutes(tickets: Pick<Tickets, 'issue'>): Hono {
  return new Hono().post('/api/boards/:id/tickets', bodyLimit({ maxSize: 4096 }), async (c) => {
    c.header('Cache-Control', 'no-store')
    const boardId = boardIdSchema.safeParse(c.req.param('id'))
    if (!boardId.success) return c.json(problemOf('boardUnknown'), 404)
    const body = ticketRequestSchema.safeParse(await c.req.json().catch(() => undefined))
    if (!body.success)
      return c.json(problemOf('fieldInvalid', { field: body.error.issues[0]?.path.join('.') ?? '' }), 400)
    const { guest, clientId } = body.data
    const issued = tickets.issue({ boardId: boardId.data, clientId, principal: principalOf(guest) })
    return 'problem' in issued ? c.json(issued, statusOf[issued.problem.code] ?? 409) : c.json(issued, 200)
  })
}
