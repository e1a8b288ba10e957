export interface Point {
  readonly x: number
  readonly y: number
}

/** Time in which a drawn cursor covers half of its way to where it was last told to be. */
const halfLifeMs = 45
/** Nearer than this it is there: the last fractions of a pixel are not worth a frame. */
const there = 0.25

/**
 * Where to draw somebody's cursor `elapsedMs` after it was drawn at `drawn`, on its way to `told`. Frame-rate independent:
 * two steps of 8 ms end where one of 16 ms does. Returns `told` itself on arrival, so that a loop can stop.
 */
export function glide(drawn: Point, told: Point, elapsedMs: number): Point {
  const left = 0.5 ** (Math.max(0, elapsedMs) / halfLifeMs)
  const dx = (drawn.x - told.x) * left
  const dy = (drawn.y - told.y) * left
  if (Math.hypot(dx, dy) < there) return told
  return { x: told.x + dx, y: told.y + dy }
}

export interface Sight extends Point {
  readonly width: number
  readonly height: number
}

/** The same for a view: both of its corners glide. Returns `told` itself on arrival. */
export function glideRect(drawn: Sight, told: Sight, elapsedMs: number): Sight {
  const corner = (rect: Sight): Point => ({ x: rect.x + rect.width, y: rect.y + rect.height })
  const start = glide(drawn, told, elapsedMs)
  const end = glide(corner(drawn), corner(told), elapsedMs)
  // A glide that has arrived gives its aim.
  if (start === told && Math.hypot(end.x - corner(told).x, end.y - corner(told).y) === 0) return told
  return { x: start.x, y: start.y, width: end.x - start.x, height: end.y - start.y }
}
