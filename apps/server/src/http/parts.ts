import type { BoardId } from '@kintsugi/model'
import type { BoardCard } from '@kintsugi/protocol'
import type { Hono } from 'hono'
import type { Principal } from '../access/guests.ts'
import type { Tickets } from '../access/tickets.ts'
import type { Collab } from '../collab/collab.ts'
import type { Revisions } from '../revisions/revisions.ts'

/** What the routes need of the rest of the server; `app.ts` puts it together. */
export type HttpParts = {
  collab: Collab
  revisions: Revisions
  tickets: Tickets
}
