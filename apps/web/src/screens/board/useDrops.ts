import { useMemo } from 'react'
import { laterCode } from '../../app/later.ts'
import { allWords } from '../../app/words.ts'
import { useWords } from '../../app/wordsContext.tsx'
import { useDesk, useSession } from '../../board/boardContext.tsx'
import type { Point } from '../../canvas/geometry.ts'
import type { SpatialIndex } from '../../canvas/spatialIndex.ts'
import type { DropContext, Positions } from './drops.ts'
import type { BoardLayout } from './layoutBoard.ts'
import { useSettle } from './useSettle.ts'

const loadDrops = laterCode(() => import('./drops.ts'))
/** What says and does it; a drag is drawn at once, whether that is there already or not. */
const drops = async () => (await Promise.all([loadDrops(), allWords()]))[0]

/** What dragging on the board does, and says beforehand that it will do. */
export function useDrops(layout: BoardLayout, index: SpatialIndex) {
  const session = useSession()
  const desk = useDesk()
  const settle = useSettle(layout)
  const { t, language } = useWords()

  return useMemo(() => {
    const context: DropContext = { layout, index, session, desk, settle, t, language }
    /** A group takes its notes along. */
    const withNotes = (ids: readonly string[], positions: Positions): Map<string, Point> => {
      const all = new Map(positions)
      for (const column of layout.kpt.columns)
        for (const { id, group, rect, notes } of column.heaps) {
          const at = group && ids.includes(id) ? positions.get(id) : undefined
          if (!at) continue
          for (const note of notes)
            all.set(note.id, { x: note.rect.x + at.x - rect.x, y: note.rect.y + at.y - rect.y })
        }
      return all
    }
    return {
      onDrag(ids: readonly string[], positions: Positions, pointer: Point) {
        desk.drags.set(withNotes(ids, positions))
        const id = ids[0] ?? ''
        const at = positions.get(id)
        if (at) session.presence.tell({ drag: { id, x: at.x, y: at.y } })
        const now = new Map(positions)
        void drops().then(({ sayDrop }) => sayDrop(context, ids, now, pointer))
      },
      onDrop(ids: readonly string[], positions: Positions, pointer: Point) {
        const final = new Map(positions)
        desk.drags.set(new Map())
        desk.ghost.set(null)
        session.presence.tell({ drag: null })
        void drops().then(({ drop }) => {
          desk.ghost.set(null)
          drop(context, ids, final, pointer)
        })
      },
    }
  }, [layout, index, session, desk, settle, t, language])
}
