import {
  type ChangeShareLink,
  type CreateShareLink,
  type Guest,
  type NewShareLink,
  newShareLinkSchema,
  type ShareLink,
  shareLinkSchema,
} from '@kintsugi/protocol'
import { call } from '../live/api.ts'

const pathOf = (boardId: string, linkId?: string): string =>
  `/api/boards/${boardId}/links${linkId === undefined ? '' : `/${linkId}`}`

/** Links for reading, of one board. Every failure is a ProblemError. */
export const linksApi = {
  list: (boardId: string): Promise<ShareLink[]> =>
    call('', { path: pathOf(boardId) }, shareLinkSchema.array()),
  create: (boardId: string, guest: Guest, body: CreateShareLink): Promise<NewShareLink> =>
    call('', { method: 'POST', path: pathOf(boardId), guest, body }, newShareLinkSchema),
  change: (boardId: string, linkId: string, guest: Guest, body: ChangeShareLink): Promise<ShareLink> =>
    call('', { method: 'PATCH', path: pathOf(boardId, linkId), guest, body }, shareLinkSchema),
  revoke: (boardId: string, linkId: string, guest: Guest): Promise<ShareLink> =>
    call('', { method: 'DELETE', path: pathOf(boardId, linkId), guest }, shareLinkSchema),
}
