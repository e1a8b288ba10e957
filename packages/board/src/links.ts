import { type BoardPart, type ItemId, type Link, type LinkKind, linkKey, linkSchema } from '@kintsugi/model'
import { type Board, itemIn, things } from './shape.ts'
import { act } from './verb.ts'

/** What each kind of link joins. */
export const linkEnds: Readonly<Record<LinkKind, { from: readonly BoardPart[]; to: readonly BoardPart[] }>> =
  {
    because: { from: ['causes'], to: ['causes'] },
    evidence: { from: ['timeline'], to: ['causes'] },
    origin: { from: ['kptNotes'], to: ['causes', 'actions'] },
    about: { from: ['kptNotes'], to: ['timeline', 'causes'] },
    answers: { from: ['actions'], to: ['causes'] },
  }

/** Whether two items can be joined so: of the right parts, and not one with itself. */
export function canLink(board: Board, link: Link): boolean {
  const isOneOf = (parts: readonly BoardPart[], id: ItemId): boolean =>
    parts.some((part) => itemIn(board, part, id) !== undefined)
  const ends = linkEnds[link.kind]
  return link.from !== link.to && isOneOf(ends.from, link.from) && isOneOf(ends.to, link.to)
}

export function keepLink(board: Board, link: Link): void {
  const { kind, from, to } = linkSchema.parse(link)
  things(board, 'links').set(linkKey(link), { kind, from, to })
}

/** False where the ends do not allow it (`canLink`), as when one of them has just been removed. */
export function linkItems(board: Board, link: Link): boolean {
  return act(board, 'linkItems', () => {
    if (!canLink(board, link)) return false
    if (!things(board, 'links').has(linkKey(link))) keepLink(board, link)
    return true
  })
}

export function unlinkItems(board: Board, link: Link): boolean {
  return act(board, 'unlinkItems', () => {
    const links = things(board, 'links')
    if (!links.has(linkKey(link))) return false
    links.delete(linkKey(link))
    return true
  })
}
