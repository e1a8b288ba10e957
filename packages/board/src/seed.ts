import { type BoardId, boardIdSchema, timeZoneSchema } from '@kintsugi/model'
import type * as Y from 'yjs'
import { currentVersion } from './migrations/version.ts'
import { storable } from './plain.ts'
import { rootMap } from './shape.ts'

export type BoardInit = { boardId: BoardId; title?: string; timeZone?: string; owner?: string }

/** Makes an empty document a board, in one transaction. Server only, once: clients never seed. */
export function seedBoard(doc: Y.Doc, init: BoardInit): void {
  doc.transact(() => {
    const meta = rootMap(doc, 'meta')
    meta.set('version', currentVersion)
    meta.set('boardId', boardIdSchema.parse(init.boardId))
    const incident = rootMap(doc, 'incident')
    if (init.title !== undefined) incident.set('title', storable(init.title))
    if (init.owner !== undefined) incident.set('owner', storable(init.owner))
    if (init.timeZone !== undefined) incident.set('timeZone', timeZoneSchema.parse(init.timeZone))
  }, 'seed')
}
