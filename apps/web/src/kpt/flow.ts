/** A thing that takes some tracks side by side and some height. */
export interface Flowing {
  span: number
  height: number
}
export interface Flow {
  places: readonly { track: number; y: number }[]
  tracks: number
  height: number
}

/** So high a column may get before it becomes several tracks. */
const tall = 1500
/** Twice as high as wide: what a column of many comes to. */
const squareTrack = 2 * 168

/** How many tracks things of these heights are laid in: a column of hundreds of notes is no tower. */
export function tracksFor(heights: readonly number[], gap: number): number {
  const total = heights.reduce((sum, height) => sum + height + gap, 0)
  return total <= tall ? 1 : Math.max(2, Math.round(Math.sqrt(total / squareTrack)))
}

/**
 * Down the first track, then down the next: nothing lies on anything, and no track is much longer than the others. A wide
 * thing begins beside what is there, or on fresh tracks where that leaves less room empty.
 */
export function flow(things: readonly Flowing[], wanted: number, gap: number): Flow {
  const widest = things.reduce((most, { span }) => Math.max(most, span), wanted)
  const area = things.reduce((sum, { span, height }) => sum + span * (height + gap), 0)
  const even = area / widest
  const ends: number[] = []
  const endOf = (track: number): number => ends[track] ?? 0
  let track = 0
  const places = things.map(({ span, height }) => {
    const across = (from: number): number[] => Array.from({ length: span }, (_, i) => endOf(from + i))
    const isFull = (start: number): boolean => start > 0 && start + height / 2 > even
    while (isFull(Math.max(...across(track)))) track += 1
    const start = Math.max(...across(track))
    const empty = across(track).reduce((sum, end) => sum + start - end, 0)
    if (empty > even - start) track = ends.length
    const y = Math.max(...across(track))
    for (let i = 0; i < span; i++) ends[track + i] = y + height + gap
    return { track, y }
  })
  return { places, tracks: Math.max(1, ends.length), height: Math.max(0, Math.max(0, ...ends) - gap) }
}
