import { timeAt } from '@kintsugi/analysis'
import {
  actionFromNote,
  causeFromNote,
  changeTimelineEntry,
  linkItems,
  moveAction,
  moveKptNote,
  placeItems,
} from '@kintsugi/board'
import { type Placement, type TimelineEntry, toInstant } from '@kintsugi/model'
import { timesIn } from '@kintsugi/words'
import { useMemo } from 'react'
import { rowAt } from '../../actions/layoutActions.ts'
import { useWords } from '../../app/wordsContext.tsx'
import { useDesk, useSession } from '../../board/boardContext.tsx'
import { type DropIntent, dropIntent } from '../../canvas/dropIntent.ts'
import type { Point } from '../../canvas/geometry.ts'
import type { SpatialIndex } from '../../canvas/spatialIndex.ts'
import { slotAt } from '../../kpt/layoutKpt.ts'
import type { BoardLayout } from './layoutBoard.ts'
import { thingOf, underPoint } from './things.ts'
import { useSettle } from './useSettle.ts'
import { homelessPlaces } from './useTidy.ts'

type Positions = ReadonlyMap<string, Point>

/** What dragging on the board does, and says beforehand that it will do. */
export function useDrops(layout: BoardLayout, index: SpatialIndex) {
  const { board, watch, presence } = useSession()
  const desk = useDesk()
  const settle = useSettle(layout)
  const { t, language } = useWords()

  return useMemo(() => {
    const intentOf = (ids: readonly string[], pointer: Point): DropIntent => {
      const first = index.byId(ids[0] ?? '')
      if (!first) return { kind: 'nothing' }
      // A whole selection only moves; links are made one by one, so that each is meant.
      if (ids.length > 1) return { kind: 'place' }
      return dropIntent(thingOf(first), underPoint(layout, index, pointer, ids))
    }

    const newTime = (id: string, positions: Positions): { at: string; until: string | null } | null => {
      const placed = index.byId(id)
      const position = positions.get(id)
      if (!placed || !position) return null
      const entry = placed.item as TimelineEntry
      const mark = layout.timeline.marks.find((m) => m.entry.id === id)
      const { axis, origin } = layout.timeline
      if (!mark || axis.segments.length === 0) return null
      const x = mark.x + position.x - placed.rect.x
      const minute = 60_000
      const ms = Math.round(timeAt(axis.segments, x - origin) / minute) * minute
      const length =
        entry.at !== null && entry.until !== null ? Date.parse(entry.until) - Date.parse(entry.at) : null
      return { at: toInstant(ms), until: length === null ? null : toInstant(ms + length) }
    }

    const sentence = (intent: DropIntent, id: string, positions: Positions): string | null => {
      switch (intent.kind) {
        case 'link':
          return t(`board.ghost.${intent.link.kind}`)
        case 'causeFromNote':
        case 'actionFromNote':
          return t(`board.ghost.${intent.kind}`)
        case 'retime': {
          const time = newTime(id, positions)
          if (!time) return null
          const { timeZone } = watch.getSnapshot().incident
          return timesIn(timeZone, language).entry(time)
        }
        case 'nothing':
          return t('board.ghost.nothing')
        default:
          return null
      }
    }

    const placements = (ids: readonly string[], positions: Positions): Record<string, Placement> => {
      const moved: Record<string, Placement> = {}
      for (const id of ids) {
        const [placed, at] = [index.byId(id), positions.get(id)]
        if (!placed || !at) continue
        if (placed.part === 'causes') {
          const { origin } = layout.causes
          moved[id] = { x: Math.round(at.x - origin.x), y: Math.max(0, Math.round(at.y - origin.y)) }
        } else if (placed.part === 'freeNotes') moved[id] = { x: Math.round(at.x), y: Math.round(at.y) }
      }
      return moved
    }

    const carryOut = (
      intent: DropIntent,
      ids: readonly string[],
      positions: Positions,
      pointer: Point,
    ): void => {
      const id = ids[0]
      if (id === undefined) return
      switch (intent.kind) {
        case 'link':
          linkItems(board, intent.link)
          break
        case 'causeFromNote': {
          settle()
          const { origin } = layout.causes
          const at = {
            x: Math.round(pointer.x - origin.x - 40),
            y: Math.max(0, Math.round(pointer.y - origin.y - 20)),
          }
          desk.select(causeFromNote(board, intent.note, at) ?? id)
          break
        }
        case 'actionFromNote':
          desk.select(actionFromNote(board, intent.note) ?? id)
          break
        case 'retime': {
          const time = newTime(id, positions)
          if (time) changeTimelineEntry(board, id, time)
          break
        }
        case 'slot': {
          const slot = slotAt(layout.kpt.columns, layout.kpt.placed, pointer, id)
          if (slot) moveKptNote(board, id, slot)
          break
        }
        case 'row':
          moveAction(board, id, rowAt(layout.actions.placed, pointer, id))
          break
        case 'place': {
          const moved = placements(ids, positions)
          const homeless = homelessPlaces(layout, watch.getSnapshot().placements)
          if (Object.keys(moved).length > 0) placeItems(board, { ...homeless, ...moved })
          break
        }
        case 'nothing':
          break
      }
    }

    return {
      onDrag(ids: readonly string[], positions: Positions, pointer: Point) {
        desk.drags.set(new Map(positions))
        const id = ids[0] ?? ''
        const intent = intentOf(ids, pointer)
        const text = sentence(intent, id, positions)
        const target =
          intent.kind === 'link' ? (intent.link.from === id ? intent.link.to : intent.link.from) : null
        desk.ghost.set(text === null ? null : { at: pointer, text, target })
        const at = positions.get(id)
        if (at) presence.tell({ drag: { id, x: at.x, y: at.y } })
      },
      onDrop(ids: readonly string[], positions: Positions, pointer: Point) {
        const final = new Map(positions)
        desk.drags.set(new Map())
        desk.ghost.set(null)
        presence.tell({ drag: null })
        carryOut(intentOf(ids, pointer), ids, final, pointer)
      },
    }
  }, [layout, index, board, watch, presence, desk, settle, t, language])
}
