import type { ItemId, TimelineEntry } from '@kintsugi/model'
import { type AxisSegment, fitSegments, timeAt, xOf } from './axisScale.ts'
import { localDay, roundStep, roundTimes } from './timeTicks.ts'

export interface AxisOptions {
  /** Zone in which ticks are round. */
  zone: string
  /** Length of the axis in canvas units. It grows beyond it only where `lanes` asks for it or entries would coincide. */
  length: number
  /** Width of what is drawn for an entry; 0 for nothing but its dot, which takes no place in a row. */
  widthOf: (id: ItemId) => number
  /**
   * Grow the axis until no side needs more rows than this, but not far beyond everything side by side: five entries of
   * one minute in a day would make it endless. Without it the axis keeps its length.
   */
  lanes?: number
  /** Room between neighbours in a row. */
  spacing?: number
  /** Room before the first and after the last time. */
  padding?: number
  /** Least distance of two different times. */
  minStep?: number
  /** Pauses of this length (ms) or longer are drawn as a break; without it chosen from the entries themselves. */
  gapMs?: number
  /** Length of a break where there is room for it; many breaks shrink. */
  breakLength?: number
  tickSpacing?: number
}
export interface AxisPlace {
  x: number
  /** End of a span on the axis. */
  xEnd: number | null
  side: 'above' | 'below'
  /** Row, 0 nearest to the axis. */
  lane: number
  /** Left edge of what is drawn for the entry. */
  left: number
}
export interface TimelineAxis {
  length: number
  segments: AxisSegment[]
  places: Record<ItemId, AxisPlace>
  /** Compressed pauses with their real length. */
  breaks: { x0: number; x1: number; ms: number }[]
  /** `exact`: the time of an entry where no round time falls; `newDay`: first tick of a day. */
  ticks: { x: number; at: number; newDay: boolean; exact: boolean }[]
  /** Rows used on each side. */
  lanes: { above: number; below: number }
  /** Entries without a time of day, in reading order. */
  untimed: ItemId[]
}

type AxisEntry = Pick<TimelineEntry, 'id' | 'at' | 'until'>
interface Timed {
  id: ItemId
  start: number
  end: number | null
}
const quarterHour = 15 * 60_000

/** Pauses that would squeeze everything else: a quarter of an hour, or half as long again as the usual pause. */
function gapOf(times: readonly number[]): number {
  const pauses = times.slice(1).map((time, i) => time - (times[i] ?? time))
  const median = pauses.sort((a, b) => a - b)[Math.floor(pauses.length / 2)] ?? 0
  return Math.max(quarterHour, 1.5 * median)
}

/** Time → x, with pauses compressed, rows above and below, spans and ticks. Pure: the same entries give the same axis. */
export function timelineAxis(entries: readonly AxisEntry[], options: AxisOptions): TimelineAxis {
  const { padding = 24, minStep = 12, breakLength = 64, tickSpacing = 84, lanes } = options
  const timed = entries
    .flatMap(({ id, at, until }): Timed[] => {
      if (at === null) return []
      const start = Date.parse(at)
      // A span that ends before it starts is shown as its start; a finding says so.
      const end = until === null || Date.parse(until) <= start ? null : Date.parse(until)
      return [{ id, start, end }]
    })
    .sort((a, b) => a.start - b.start)
  const times = [...new Set(timed.flatMap(({ start, end }) => (end === null ? [start] : [start, end])))].sort(
    (a, b) => a - b,
  )
  const gapMs = options.gapMs ?? gapOf(times)
  const fit = (length: number) => fitSegments(times, { length, padding, minStep, breakLength, gapMs })
  let scale = fit(options.length)
  if (lanes !== undefined) {
    const widest = timed.reduce((most, { id }) => Math.max(most, options.widthOf(id)), 0)
    const longest = options.length + (timed.length * (widest + breakLength) * 2) / lanes
    const isTooShort = (): boolean => {
      const { above, below } = pack(timed, scale, options, lanes).lanes
      return Math.max(above, below) > lanes
    }
    while (isTooShort() && scale.length < longest) scale = fit(scale.length * 1.12)
  }
  return {
    length: scale.length,
    segments: scale.segments,
    ...pack(timed, scale, options),
    breaks: scale.segments.flatMap(({ gap, start, end, x0, x1 }) =>
      gap ? [{ x0, x1, ms: end - start }] : [],
    ),
    ticks: ticksOf(scale.segments, options.zone, tickSpacing),
    untimed: entries.flatMap(({ id, at }) => (at === null ? [id] : [])),
  }
}

/** Rows for everything; for as much as it takes to see that `most` rows do not suffice. */
function pack(
  timed: readonly Timed[],
  { segments, length }: { segments: readonly AxisSegment[]; length: number },
  { widthOf, spacing = 12 }: AxisOptions,
  most = Number.POSITIVE_INFINITY,
): Pick<TimelineAxis, 'places' | 'lanes'> {
  const rows = { above: [] as number[], below: [] as number[] }
  const places: Record<ItemId, AxisPlace> = {}
  let side: AxisPlace['side'] = 'below'
  for (const { id, start, end } of timed) {
    const [x, width] = [xOf(segments, start), widthOf(id)]
    const xEnd = end === null ? null : xOf(segments, end)
    if (width === 0) {
      places[id] = { x, xEnd, side: 'above', lane: 0, left: x }
      continue
    }
    const left = Math.max(0, Math.min(length - width, x - width / 2))
    const other: AxisPlace['side'] = side === 'above' ? 'below' : 'above'
    const freeIn = (s: AxisPlace['side']): number => {
      const lane = rows[s].findIndex((taken) => taken + spacing <= left)
      return lane < 0 ? rows[s].length : lane
    }
    // The other side first, so that neighbours alternate; the nearer row wins.
    if (freeIn(other) <= freeIn(side)) side = other
    const lane = freeIn(side)
    rows[side][lane] = left + width
    places[id] = { x, xEnd, side, lane, left }
    if (lane >= most) break
  }
  return { places, lanes: { above: rows.above.length, below: rows.below.length } }
}

/** Runs of segments between breaks. */
function runsOf(segments: readonly AxisSegment[]): AxisSegment[] {
  const runs: AxisSegment[] = []
  for (const segment of segments) {
    const last = runs.at(-1)
    if (last && last.gap === segment.gap && !segment.gap)
      runs[runs.length - 1] = { ...last, end: segment.end, x1: segment.x1 }
    else runs.push(segment)
  }
  return runs
}

function ticksOf(segments: readonly AxisSegment[], zone: string, spacing: number): TimelineAxis['ticks'] {
  const ticks: TimelineAxis['ticks'] = []
  const push = (at: number, exact: boolean): void => {
    const x = xOf(segments, at)
    const last = ticks.at(-1)
    const newDay = last ? localDay(zone, at) !== localDay(zone, last.at) : false
    // A label that names its day is twice as wide as one that does not.
    if (last && x - last.x < spacing * (newDay || last.newDay ? 1.25 : 0.7)) {
      // A lonely instant has no other label; a round time has neighbours.
      if (!exact || last.exact || x - last.x < 1) return
      ticks.pop()
      push(at, exact)
      return
    }
    ticks.push({ x, at, exact, newDay })
  }
  const runs = runsOf(segments)
  const open = runs.filter((run) => !run.gap)
  const duration = open.reduce((sum, run) => sum + run.end - run.start, 0)
  const drawn = open.reduce((sum, run) => sum + run.x1 - run.x0, 0)
  const step = roundStep(drawn === 0 ? 0 : (spacing * duration) / drawn)
  runs.forEach((run, i) => {
    if (run.gap) {
      // An instant between two breaks, or after the last one, has no run of its own.
      if (runs[i + 1] === undefined || runs[i + 1]?.gap) push(run.end, true)
      return
    }
    const round = roundTimes(run.start, run.end, step, zone)
    if (round.length === 0) push(run.start, true)
    for (const at of round) push(at, false)
  })
  const first = segments[0]
  if (first?.gap && ticks[0]?.at !== first.start) {
    ticks.unshift({ x: first.x0, at: first.start, exact: true, newDay: false })
  }
  return ticks
}

export { type AxisSegment, timeAt, xOf }
