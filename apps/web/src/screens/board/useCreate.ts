import { timeAt } from '@kintsugi/analysis'
import { addAction, addCause, addFreeNote, addKptNote, addTimelineEntry } from '@kintsugi/board'
import { type KptColumn, type KptGroup, type KptNote, toInstant } from '@kintsugi/model'
import { useMemo } from 'react'
import { useDesk, useSession } from '../../board/boardContext.tsx'
import { contains, type Point } from '../../canvas/geometry.ts'
import type { CanvasPart } from '../../canvas/placed.ts'
import type { SpatialIndex } from '../../canvas/spatialIndex.ts'
import type { Camera } from '../../canvas/useCamera.ts'
import { causeCard, placeUnder } from '../../causes/layoutCauses.ts'
import { columnAt } from '../../kpt/layoutKpt.ts'
import type { BoardLayout } from './layoutBoard.ts'
import { zoneAt } from './things.ts'
import { useSettle } from './useSettle.ts'

export interface Create {
  note(at: Point | null, column?: KptColumn): void
  event(at: Point | null): void
  cause(at: Point | null): void
  action(): void
  free(at: Point | null): void
  /** What belongs where the point is. */
  at(point: Point): void
}

/** New things: each appears where it belongs, is selected, and its text is open for writing at once. */
export function useCreate(layout: BoardLayout, index: SpatialIndex, camera: Camera): Create {
  const { board } = useSession()
  const settle = useSettle(layout)
  const desk = useDesk()

  return useMemo(() => {
    const open = (part: CanvasPart, id: string): void => {
      desk.begin({ part, id, field: 'text' })
    }
    const selectedColumn = (): KptColumn | null => {
      const [id] = desk.selection.get()
      const placed = id === undefined ? undefined : index.byId(id)
      const isKpt = placed?.part === 'kptNotes' || placed?.part === 'kptGroups'
      return isKpt ? (placed.item as KptNote | KptGroup).slot.column : null
    }
    const create: Create = {
      note(at, column) {
        const under = at && contains(layout.zones.kpt, at) ? columnAt(layout.kpt.columns, at.x) : null
        const into = column ?? under?.name ?? selectedColumn() ?? 'keep'
        open('kptNotes', addKptNote(board, { column: into }))
      },
      event(at) {
        const { axis, origin } = layout.timeline
        const minute = 60_000
        // On an axis a place is a time. Without one the time stays unknown until somebody types it: never guessed.
        const known = at !== null && contains(layout.zones.timeline, at) && axis.segments.length > 0
        const ms = known ? Math.round(timeAt(axis.segments, at.x - origin) / minute) * minute : null
        open('timeline', addTimelineEntry(board, ms === null ? {} : { at: toInstant(ms) }))
      },
      cause(at) {
        settle()
        const { origin, placed } = layout.causes
        const first = placed.length === 0
        const last = placed.at(-1)?.rect
        const taken = placed.map(({ rect }) => rect)
        const inside = at !== null && contains(layout.zones.causes, at)
        const zone = layout.zones.causes
        const free = last
          ? placeUnder({ ...last, y: last.y - last.height - 56 }, taken, 96)
          : { x: zone.x + zone.width / 2 - causeCard.width / 2, y: origin.y + 8 }
        const place = inside ? { x: at.x - causeCard.width / 2, y: at.y - 24 } : free
        const placement = {
          x: Math.round(place.x - origin.x),
          y: Math.max(0, Math.round(place.y - origin.y)),
        }
        // What happened stands at the top of every graph.
        open(
          'causes',
          addCause(board, first ? { placement, kind: 'impact', certainty: 'confirmed' } : { placement }),
        )
      },
      action() {
        open('actions', addAction(board, {}))
      },
      free(at) {
        const sight = camera.sight()
        const place = at ?? { x: sight.x + sight.width / 2, y: sight.y + sight.height / 2 }
        open(
          'freeNotes',
          addFreeNote(board, { placement: { x: Math.round(place.x - 88), y: Math.round(place.y - 20) } }),
        )
      },
      at(point) {
        switch (zoneAt(layout, point)) {
          case 'timeline':
            return create.event(point)
          case 'causes':
            return create.cause(point)
          case 'kpt':
            return create.note(point)
          case 'actions':
            return create.action()
          case null:
            return create.free(point)
        }
      },
    }
    return create
  }, [board, desk, layout, index, camera, settle])
}
