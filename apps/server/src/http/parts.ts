import type { ItemId } from '@kintsugi/model'
import type { Kysely } from 'kysely'
import type { Origins } from '../access/origins.ts'
import type { Tickets } from '../access/tickets.ts'
import type { Collab } from '../collab/collab.ts'
import type { Drafts } from '../imports/drafts.ts'
import type { Departments } from '../practice/departments.ts'
import type { Meetings } from '../practice/meetings.ts'
import type { Templates } from '../practice/templates.ts'
import type { Revisions } from '../revisions/revisions.ts'
import type { Rounds } from '../rounds/rounds.ts'
import type { Share } from '../share/openShare.ts'
import type { Schema } from '../storage/schema.ts'
import type { InTurn } from '../turns.ts'

/** What the routes need of the rest of the server; `app.ts` puts it together. */
export interface HttpParts {
  readonly collab: Collab
  readonly db: Kysely<Schema>
  readonly revisions: Revisions
  readonly share: Share
  readonly meetings: Meetings
  readonly departments: Departments
  readonly templates: Templates
  readonly rounds: Rounds
  readonly drafts: Drafts
  readonly tickets: Pick<Tickets, 'issue'>
  /** Fresh random id, for boards, items and imports alike. */
  readonly newId: () => ItemId
  /** For what reads or writes a whole board at once. */
  readonly inTurn: InTurn
  readonly origins: Origins
  /** Where people reach us, if the operator has said so; otherwise the address a request came by. */
  readonly publicUrl?: string | undefined
  /** Folder of the built web client. */
  readonly clientFolder: string
  /** A bug was met: keep it, and give a reference to find it by. */
  readonly report: (error: unknown) => string
}
