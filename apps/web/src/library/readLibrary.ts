import { coverOf } from '@kintsugi/analysis'
import type { Severity } from '@kintsugi/model'
import type { BoardCard, RevisionCard } from '@kintsugi/protocol'
import type { Api } from '../live/api.ts'

/** What a card knows beyond its own row; null where it could not be read. */
export interface Glance {
  mended: number | null
  severity: Severity | null
  services: readonly string[]
}
export interface LibraryContents {
  boards: readonly { card: BoardCard; glance: Glance | null }[]
  postmortems: readonly { card: RevisionCard; glance: Glance | null }[]
}
/** So many boards are looked into; older ones show their row alone. */
const looked = 24

type LibraryApi = Pick<Api, 'listBoards' | 'listPostmortems' | 'readBoard' | 'readRevision'>

/** Open boards and latest postmortems, newest first, each with how much of it is mended. */
export async function readLibrary(api: LibraryApi): Promise<LibraryContents> {
  const [cards, revisions] = await Promise.all([api.listBoards(), api.listPostmortems()])
  const boards = cards
    .filter((card) => card.state === 'live')
    .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))
  const postmortems = revisions.toSorted((a, b) => (a.finalizedAt < b.finalizedAt ? 1 : -1))
  return {
    boards: await Promise.all(
      boards.map(async (card, i) => ({
        card,
        glance: i < looked ? await glanceAt(() => api.readBoard(card.id)) : null,
      })),
    ),
    postmortems: await Promise.all(
      postmortems.map(async (card, i) => ({
        card,
        glance: i < looked ? await glanceAt(() => api.readRevision(card.boardId, card.number)) : null,
      })),
    ),
  }
}

async function glanceAt(read: () => ReturnType<Api['readBoard']>): Promise<Glance | null> {
  try {
    const snapshot = await read()
    const { severity, services } = snapshot.incident
    return { mended: coverOf(snapshot).mended, severity, services }
  } catch (error) {
    // One unreadable board must not hide the others; its card simply says less.
    console.error(error)
    return null
  }
}
