/** A stretch of the axis that is linear in time. `gap`: a compressed pause. */
export interface AxisSegment {
  start: number
  end: number
  x0: number
  x1: number
  gap: boolean
}
export interface ScaleOptions {
  length: number
  padding: number
  minStep: number
  breakLength: number
  gapMs: number
}

/** A break narrower than this is no longer seen as one. */
const leastBreak = 24

/** Piecewise linear scale through all `times` (ms, ascending, distinct). Longer than `length` only where the least steps need it. */
export function fitSegments(
  times: readonly number[],
  { length, padding, minStep, breakLength, gapMs }: ScaleOptions,
): { segments: AxisSegment[]; length: number } {
  const first = times[0]
  if (first === undefined) return { segments: [], length }
  if (times.length === 1) {
    return { segments: [{ start: first, end: first, x0: length / 2, x1: length / 2, gap: false }], length }
  }
  const pauses = times.slice(1).map((time, i) => time - (times[i] ?? time))
  const isGap = pauses.map((pause) => pause >= gapMs)
  const gaps = isGap.filter(Boolean).length
  const free = pauses.filter((_, i) => !isGap[i])
  const room = length - 2 * padding
  // Breaks share what nothing else needs: an axis of breaks alone fills its length evenly. Many of them shrink, rather
  // than to take more than half of the axis from what happened.
  const wanted = Math.min(breakLength * gaps, Math.max(room / 2, leastBreak * gaps))
  const forGaps = free.length === 0 ? Math.max(leastBreak * gaps, room) : wanted
  const scale = scaleFor(free, room - forGaps, minStep)
  const segments: AxisSegment[] = []
  let x = padding
  pauses.forEach((pause, i) => {
    const start = times[i] ?? first
    const step = isGap[i] ? forGaps / gaps : Math.max(minStep, pause * scale)
    segments.push({ start, end: start + pause, x0: x, x1: x + step, gap: isGap[i] === true })
    x += step
  })
  return { segments, length: Math.max(length, x + padding) }
}

/** Units per millisecond such that the pauses, none shorter than `minStep`, together take `room`. */
function scaleFor(pauses: readonly number[], room: number, minStep: number): number {
  const ascending = pauses.toSorted((a, b) => a - b)
  let rest = ascending.reduce((sum, pause) => sum + pause, 0)
  let left = room
  for (const pause of ascending) {
    if (rest <= 0 || left <= 0) return 0
    const scale = left / rest
    if (pause * scale >= minStep) return scale
    rest -= pause
    left -= minStep
  }
  return 0
}

/** Time (ms) → x. Times outside the axis lie on its ends. */
export function xOf(segments: readonly AxisSegment[], time: number): number {
  const [first, last] = [segments[0], segments.at(-1)]
  if (!first || !last) return 0
  if (time <= first.start) return first.x0
  if (time >= last.end) return last.x1
  const segment = find(segments, (s) => time <= s.end) ?? last
  const share = (time - segment.start) / (segment.end - segment.start)
  return segment.x0 + share * (segment.x1 - segment.x0)
}

/** x → time (ms), the inverse; beyond the ends it goes on at the pace of the nearest uncompressed stretch, so that a drag can leave the axis. */
export function timeAt(segments: readonly AxisSegment[], x: number): number {
  const [first, last] = [segments[0], segments.at(-1)]
  if (!first || !last) return 0
  const pace = (segment: AxisSegment | undefined): number =>
    !segment || segment.x1 === segment.x0
      ? 60_000 / 10
      : (segment.end - segment.start) / (segment.x1 - segment.x0)
  const open = segments.filter((segment) => !segment.gap)
  if (x <= first.x0) return Math.round(first.start - (first.x0 - x) * pace(open[0]))
  if (x >= last.x1) return Math.round(last.end + (x - last.x1) * pace(open.at(-1)))
  const segment = find(segments, (s) => x <= s.x1) ?? last
  return Math.round(segment.start + (x - segment.x0) * pace(segment))
}

/** First segment that satisfies; the segments are ascending, so by halving. */
function find(
  segments: readonly AxisSegment[],
  reached: (segment: AxisSegment) => boolean,
): AxisSegment | undefined {
  let [low, high] = [0, segments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const segment = segments[middle]
    if (segment && reached(segment)) high = middle
    else low = middle + 1
  }
  return segments[low]
}
