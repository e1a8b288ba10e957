import { placeItems } from '@kintsugi/board'
import { useCallback } from 'react'
import { useSession } from '../../board/boardContext.tsx'
import type { BoardLayout } from './layoutBoard.ts'
import { homelessPlaces } from './useTidy.ts'

/** Call before a cause gets its place: those that have none keep the one they are drawn at. */
export function useSettle(layout: BoardLayout): () => void {
  const { board, watch } = useSession()
  return useCallback(() => {
    const places = homelessPlaces(layout, watch.getSnapshot().placements)
    if (Object.keys(places).length > 0) placeItems(board, places)
  }, [board, watch, layout])
}
