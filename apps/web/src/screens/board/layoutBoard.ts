import type { BoardSnapshot, Cause, Placement } from '@kintsugi/model'
import { type ActionsLayout, layoutActions } from '../../actions/layoutActions.ts'
import { heapsIn, keepProposalsIn } from '../../board/readings.ts'
import { around, grown, type Rect, rectOf } from '../../canvas/geometry.ts'
import type { Placed, ZoneName } from '../../canvas/placed.ts'
import { type CausesLayout, causeCard, layoutCauses } from '../../causes/layoutCauses.ts'
import { type KptLayout, layoutKpt } from '../../kpt/layoutKpt.ts'
import { layoutNotes } from '../../notes/layoutNotes.ts'
import { layoutTimeline, type TimelineLayout } from '../../timeline/layoutTimeline.ts'

export interface BoardLayout {
  timeline: TimelineLayout
  causes: CausesLayout
  kpt: KptLayout
  actions: ActionsLayout
  zones: Readonly<Record<ZoneName, Rect>>
  /** Everything, in reading order. */
  placed: readonly Placed[]
  /** All zones and whatever lies around them. */
  whole: Rect
}

const gap = 18
const least = { causes: { width: 740, height: 560 }, kpt: 350, actions: 216 } as const

/** Places for causes that nobody has placed, from a tidy layout of the graph; they are drawn there and not written. */
export type Tidy = Readonly<Record<string, Placement>>

/** Causes that nobody has placed stand below those that somebody has: tidily once that layout is there, in rows until then. */
function unplaced(
  causes: readonly Cause[],
  placements: Readonly<Record<string, Placement>>,
  tidy: Tidy,
): (cause: Cause) => Placement {
  const order = new Map<string, number>()
  let bottom = 0
  for (const cause of causes) {
    const placement = placements[cause.id]
    if (placement) bottom = Math.max(bottom, placement.y + 150)
    else order.set(cause.id, order.size)
  }
  return (cause) => {
    const place = tidy[cause.id]
    if (place) return { x: place.x, y: place.y + bottom }
    const i = order.get(cause.id) ?? 0
    return { x: (i % 3) * (causeCard.width + 26), y: bottom + Math.floor(i / 3) * 150 }
  }
}

/** Places everything on the one canvas: timeline on top, causes below it, KPT and actions to their right. `brackets`: how many durations are drawn. */
export function layoutBoard(
  snapshot: BoardSnapshot,
  brackets: number,
  tidy: Tidy,
  writable: boolean,
): BoardLayout {
  const { causes: list, placements } = snapshot
  const fallback = unplaced(list, placements, tidy)
  const wide = layoutCauses(list, placements, {
    top: 0,
    minWidth: least.causes.width,
    minHeight: 0,
    fallback,
  })
  const right = wide.zone.x + wide.zone.width + gap
  const plan = { heaps: heapsIn(snapshot), proposes: writable && keepProposalsIn(snapshot).length > 0 }
  const kptAtOrigin = layoutKpt(plan, { x: right, y: 0, minHeight: least.kpt })

  const timeline = layoutTimeline(snapshot.timeline, {
    timeZone: snapshot.incident.timeZone,
    minWidth: right + kptAtOrigin.zone.width,
    brackets,
  })
  const top = timeline.zone.height + gap
  const kpt = layoutKpt(plan, { x: right, y: top, minHeight: least.kpt })
  const actionsTop = top + kpt.zone.height + gap
  const wanted = layoutActions(snapshot.actions, {
    x: right,
    y: actionsTop,
    width: kpt.zone.width,
    minHeight: Math.max(least.actions, wide.zone.height - kpt.zone.height - gap),
  })
  const causes = layoutCauses(list, placements, {
    top,
    minWidth: least.causes.width,
    minHeight: Math.max(least.causes.height, kpt.zone.height + gap + wanted.zone.height),
    fallback,
  })
  const actions = layoutActions(snapshot.actions, {
    x: right,
    y: actionsTop,
    width: kpt.zone.width,
    minHeight: Math.max(least.actions, causes.zone.height - kpt.zone.height - gap),
  })
  const zones = { timeline: timeline.zone, causes: causes.zone, kpt: kpt.zone, actions: actions.zone }
  const notes = layoutNotes(snapshot.freeNotes, placements, {
    x: Math.max(timeline.zone.width, actions.zone.x + actions.zone.width) + 2 * gap,
    y: top,
  })
  const placed = [...timeline.placed, ...causes.placed, ...kpt.placed, ...actions.placed, ...notes]
  const whole = around([...Object.values(zones), ...notes.map(({ rect }) => rect)])
  return { timeline, causes, kpt, actions, zones, placed, whole: grown(whole ?? rectOf(0, 0, 100, 100), 4) }
}
