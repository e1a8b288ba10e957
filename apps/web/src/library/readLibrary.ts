import type { BoardCard, RevisionCard } from '@kintsugi/protocol'
import type { Api } from '../live/api.ts'

export interface LibraryContents {
  boards: readonly BoardCard[]
  postmortems: readonly RevisionCard[]
}

/** Open boards and latest postmortems, newest first. */
export async function readLibrary(
  api: Pick<Api, 'listBoards' | 'listPostmortems'>,
): Promise<LibraryContents> {
  const [boards, postmortems] = await Promise.all([api.listBoards(), api.listPostmortems()])
  return {
    boards: boards
      .filter((card) => card.state === 'live')
      .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
    postmortems: postmortems.toSorted((a, b) => (a.finalizedAt < b.finalizedAt ? 1 : -1)),
  }
}
