import { type TimelineAxis, timelineAxis } from '@kintsugi/analysis'
import { plainTextOf, type TimelineEntry } from '@kintsugi/model'
import { type Rect, rectOf } from '../canvas/geometry.ts'
import type { Placed } from '../canvas/placed.ts'
import { linesOf } from '../canvas/textLines.ts'

export const entryCard = { width: 186, padding: 11, line: 19, head: 19, foot: 27, fontSize: 13 } as const
const gap = 12
/** From the axis to the nearest card; below it there are the tick labels as well. */
const stem = 30
const stemBelow = 40
const headRoom = 50
const sideRoom = 26
export const bracketHeight = 22

export interface TimelineLayout {
  zone: Rect
  placed: readonly Placed[]
  axis: TimelineAxis
  /** Canvas x of the axis' zero, and the axis' y. */
  origin: number
  axisY: number
  /** Where entries without a time begin; null where there are none. */
  timelessX: number | null
  marks: readonly Mark[]
  /** y below the lowest card, where the brackets begin. */
  bracketsY: number
}
/** An entry's dot on the axis, and the stem from its card. */
export interface Mark {
  entry: TimelineEntry
  x: number
  xEnd: number | null
  stemFrom: number
}

/** Lines of an entry's text that its card shows. */
export function entryLines(entry: TimelineEntry): number {
  const text = plainTextOf(entry.text)
  return Math.min(3, linesOf(text, entryCard.width - 2 * entryCard.padding, entryCard.fontSize))
}
export function hasFoot(entry: TimelineEntry): boolean {
  return entry.evidence.length > 0 || entry.milestone !== null || wantsMentalModel(entry)
}
/** A decision whose mental model nobody has written yet asks for it. */
export function wantsMentalModel(entry: TimelineEntry): boolean {
  return entry.kind === 'decision' && plainTextOf(entry.saw) === '' && plainTextOf(entry.believed) === ''
}
const heightOf = (entry: TimelineEntry): number =>
  2 * 9 + entryCard.head + entryLines(entry) * entryCard.line + (hasFoot(entry) ? entryCard.foot : 0)

/** Pixels two neighbouring times are apart so that their cards fit into so many lanes on each side. */
const stepFor = (lanes: number): number => (entryCard.width + gap) / (2 * lanes) + 1

/** As few lanes as the width allows; a long timeline takes four and grows to the right. */
function lanesFor(times: number, width: number): number {
  return [1, 2, 3].find((lanes) => times * stepFor(lanes) <= width) ?? 4
}

export interface TimelineLayoutOptions {
  timeZone: string
  minWidth: number
  /** Durations drawn below. */
  brackets: number
}

export function layoutTimeline(
  timeline: readonly TimelineEntry[],
  { timeZone, minWidth, brackets }: TimelineLayoutOptions,
): TimelineLayout {
  const timeless = timeline.filter((entry) => entry.at === null)
  const times = new Set(timeline.flatMap((entry) => [entry.at, entry.until]).filter((at) => at !== null)).size
  const lanes = lanesFor(times + timeless.length + 1, minWidth - 2 * sideRoom)
  const step = stepFor(lanes)
  const tail = timeless.length === 0 ? 0 : timeless.length * step + entryCard.width
  const axis = timelineAxis(timeline, {
    zone: timeZone,
    length: Math.max(480, minWidth - 2 * sideRoom - tail),
    widthOf: () => entryCard.width,
    spacing: gap,
    padding: entryCard.width / 2,
    minStep: step,
    breakLength: step + 14,
  })
  const origin = sideRoom
  const timed = timeless.length < timeline.length

  const timelessFrom = timed ? origin + axis.length + 24 : origin
  const slots = timeline.map((entry) => {
    const place = axis.places[entry.id]
    if (place) return { entry, ...place, x: origin + place.x, left: origin + place.left }
    // Without a time there is no place on the axis: one after another behind its end, in reading order.
    const i = timeless.indexOf(entry)
    const left = timelessFrom + i * step
    const side = i % 2 === 0 ? ('above' as const) : ('below' as const)
    return { entry, x: left + 24, xEnd: null, left, side, lane: Math.floor(i / 2) % lanes }
  })

  const tallest = { above: [] as number[], below: [] as number[] }
  for (const { entry, side, lane } of slots)
    tallest[side][lane] = Math.max(tallest[side][lane] ?? 0, heightOf(entry))
  const offsetOf = (side: 'above' | 'below', lane: number): number => {
    let offset = 0
    for (let nearer = 0; nearer < lane; nearer++) offset += (tallest[side][nearer] ?? 0) + gap
    return offset
  }
  const depth = (side: 'above' | 'below'): number => Math.max(78, offsetOf(side, tallest[side].length) - gap)
  const axisY = headRoom + depth('above') + stem
  const bracketsY = axisY + stemBelow + depth('below') + 14

  const placed = slots.map(({ entry, left, side, lane }): Placed => {
    const height = heightOf(entry)
    const y =
      side === 'above'
        ? axisY - stem - offsetOf(side, lane) - height
        : axisY + stemBelow + offsetOf(side, lane)
    return { id: entry.id, part: 'timeline', item: entry, rect: rectOf(left, y, entryCard.width, height) }
  })
  const right = placed.reduce((most, { rect }) => Math.max(most, rect.x + rect.width), 0)
  return {
    zone: rectOf(0, 0, Math.max(minWidth, right + sideRoom), bracketsY + brackets * bracketHeight + 10),
    placed,
    axis,
    origin,
    axisY,
    timelessX: timeless.length > 0 ? timelessFrom : null,
    marks: slots.map(({ entry, x, xEnd, side }, i) => {
      const rect = placed[i]?.rect
      return {
        entry,
        x,
        xEnd: xEnd === null ? null : origin + xEnd,
        stemFrom: !rect ? axisY : side === 'above' ? rect.y + rect.height : rect.y,
      }
    }),
    bracketsY,
  }
}
