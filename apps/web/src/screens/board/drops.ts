import { timeAt } from '@kintsugi/analysis'
import {
  actionFromNote,
  causeFromNote,
  changeTimelineEntry,
  linkItems,
  moveAction,
  placeItems,
} from '@kintsugi/board'
import { type Placement, type TimelineEntry, toInstant } from '@kintsugi/model'
import { type Language, timesIn, type Words } from '@kintsugi/words'
import { rowAt } from '../../actions/layoutActions.ts'
import type { Desk } from '../../board/desk.ts'
import { type DropIntent, dropIntent } from '../../canvas/dropIntent.ts'
import type { Point } from '../../canvas/geometry.ts'
import type { SpatialIndex } from '../../canvas/spatialIndex.ts'
import type { Session } from '../../live/session.ts'
import { dropInKpt, sayDropInKpt } from './dropsInKpt.ts'
import type { BoardLayout } from './layoutBoard.ts'
import { thingOf, underPoint, zoneAt } from './things.ts'
import { homelessPlaces } from './useTidy.ts'

export type Positions = ReadonlyMap<string, Point>

/** What a drag is judged by and works on. */
export interface DropContext {
  layout: BoardLayout
  index: SpatialIndex
  session: Pick<Session, 'board' | 'watch' | 'presence' | 'meeting'>
  desk: Desk
  /** Call before a cause gets its place. */
  settle(): void
  t: Words
  language: Language
}

function intentOf({ layout, index }: DropContext, ids: readonly string[], pointer: Point): DropIntent {
  const first = index.byId(ids[0] ?? '')
  if (!first) return { kind: 'nothing' }
  if (ids.length > 1) {
    const inKpt = ids.every((id) => index.byId(id)?.part.startsWith('kpt'))
    if (inKpt) return { kind: zoneAt(layout, pointer) === 'kpt' ? 'slot' : 'nothing' }
    // A whole selection only moves; links are made one by one, so that each is meant.
    return { kind: 'place' }
  }
  return dropIntent(thingOf(first), underPoint(layout, index, pointer, ids))
}

function newTime(
  { layout, index }: DropContext,
  id: string,
  positions: Positions,
): { at: string; until: string | null } | null {
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

function sentence(context: DropContext, intent: DropIntent, id: string, positions: Positions): string | null {
  const { t, language, session } = context
  switch (intent.kind) {
    case 'link':
      return t(`kpt.ghost.${intent.link.kind}`)
    case 'causeFromNote':
    case 'actionFromNote':
      return t(`kpt.ghost.${intent.kind}`)
    case 'retime': {
      const time = newTime(context, id, positions)
      if (!time) return null
      const { timeZone } = session.watch.getSnapshot().incident
      return timesIn(timeZone, language).entry(time)
    }
    case 'nothing':
      return t('kpt.ghost.nothing')
    default:
      return null
  }
}

/** Shows what would happen if it ended here. */
export function sayDrop(
  context: DropContext,
  ids: readonly string[],
  positions: Positions,
  pointer: Point,
): void {
  const { desk } = context
  // It may have ended while this was on its way.
  if (desk.drags.get().size === 0) return
  const id = ids[0] ?? ''
  const intent = intentOf(context, ids, pointer)
  if (intent.kind === 'slot') {
    desk.ghost.set(sayDropInKpt(context, ids, pointer))
    return
  }
  const text = sentence(context, intent, id, positions)
  const target = intent.kind === 'link' ? (intent.link.from === id ? intent.link.to : intent.link.from) : null
  desk.ghost.set(text === null ? null : { at: pointer, text, target })
}

function placements(
  { layout, index }: DropContext,
  ids: readonly string[],
  positions: Positions,
): Record<string, Placement> {
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

/** Does what was shown. */
export function drop(
  context: DropContext,
  ids: readonly string[],
  positions: Positions,
  pointer: Point,
): void {
  const { layout, session, desk } = context
  const { board, watch } = session
  const id = ids[0]
  if (id === undefined) return
  const intent = intentOf(context, ids, pointer)
  switch (intent.kind) {
    case 'link':
      linkItems(board, intent.link)
      break
    case 'causeFromNote': {
      context.settle()
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
      const time = newTime(context, id, positions)
      if (time) changeTimelineEntry(board, id, time)
      break
    }
    case 'slot':
      dropInKpt(context, ids, pointer)
      break
    case 'row':
      moveAction(board, id, rowAt(layout.actions.placed, pointer, id))
      break
    case 'place': {
      const moved = placements(context, ids, positions)
      const homeless = homelessPlaces(layout, watch.getSnapshot().placements)
      if (Object.keys(moved).length > 0) placeItems(board, { ...homeless, ...moved })
      break
    }
    case 'nothing':
      break
  }
}
