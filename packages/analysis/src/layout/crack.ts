/**
 * The crack between an effect and its cause: jagged, tapering, the same for the same seed.
 * It is an outline to be filled, not a line to be stroked, so that it can be wide where it breaks open and thin where it ends.
 */
export interface Point {
  x: number
  y: number
}
export interface Crack {
  /** Knees from the effect's end (first) to the cause's end (last). */
  spine: Point[]
  /** Half width at each knee. */
  reach: number[]
  /** Hairlines that leave the crack at a knee and end nowhere. */
  splinters: { at: number; tip: Point }[]
}

/** Small seeded generator (FNV-1a into mulberry32): numbers in [0, 1). */
function seeded(seed: string): () => number {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t

/** `seed` is the link's key. `width` is the widest the crack gets, in the units of the points. */
export function crackBetween(from: Point, to: Point, seed: string, width = 5): Crack {
  const random = seeded(seed)
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length === 0) return { spine: [from, to], reach: [0, 0], splinters: [] }
  const knees = Math.max(2, Math.min(6, Math.round(length / 32)))
  const jag = Math.min(14, length * 0.12)
  // It drops first and strays sideways later: a curve with its control point under the effect.
  const bend = { x: from.x + dx * 0.16, y: from.y + dy * 0.6 }
  const spine: Point[] = [from]
  const reach: number[] = [width * 0.46]
  let side = random() < 0.5 ? -1 : 1
  for (let k = 1; k <= knees; k++) {
    // Knees lie dense and deep where the crack opens, and calm down towards its end.
    const t = ((k - 0.35 + (random() - 0.5) * 0.5) / (knees + 0.45)) ** 1.12
    const depth = side * jag * Math.min(1, 0.35 + t * 2.2) * mix(1, 0.4, t) * mix(0.5, 1, random())
    const [ux, uy] = [mix(bend.x - from.x, to.x - bend.x, t), mix(bend.y - from.y, to.y - bend.y, t)]
    const size = Math.hypot(ux, uy) || 1
    spine.push({
      x: mix(mix(from.x, bend.x, t), mix(bend.x, to.x, t), t) - (uy / size) * depth,
      y: mix(mix(from.y, bend.y, t), mix(bend.y, to.y, t), t) + (ux / size) * depth,
    })
    reach.push((width / 2) * mix(1, 0.5, t) * mix(0.66, 1.1, random()))
    side = random() < 0.85 ? -side : side
  }
  spine.push(to)
  reach.push(width * 0.2)
  return { spine, reach, splinters: splintersOf(spine, width, random) }
}

function splintersOf(spine: Point[], width: number, random: () => number): Crack['splinters'] {
  const splinters: Crack['splinters'] = []
  for (let at = 1; at < spine.length - 1; at++) {
    const [before, knee, after] = [spine[at - 1], spine[at], spine[at + 1]]
    if (!before || !knee || !after || random() > 0.4) continue
    // It runs on in the direction from which the crack came and then turned away.
    const [ax, ay] = [knee.x - before.x, knee.y - before.y]
    const size = Math.hypot(ax, ay)
    if (size < width * 2) continue
    const run = Math.min(width * mix(1.8, 4.2, random()), size * 0.7)
    const bend = mix(-0.35, 0.35, random())
    splinters.push({
      at,
      tip: { x: knee.x + ((ax - ay * bend) / size) * run, y: knee.y + ((ay + ax * bend) / size) * run },
    })
  }
  return splinters
}

/** Unit normal at a knee: across the bisector of the two pieces that meet there. */
function normalAt(spine: Point[], i: number): Point {
  const unit = (a: Point | undefined, b: Point | undefined): Point => {
    if (!a || !b) return { x: 0, y: 0 }
    const size = Math.hypot(b.x - a.x, b.y - a.y) || 1
    return { x: (b.x - a.x) / size, y: (b.y - a.y) / size }
  }
  const [into, out] = [unit(spine[i - 1], spine[i]), unit(spine[i], spine[i + 1])]
  const [x, y] = [into.x + out.x, into.y + out.y]
  const size = Math.hypot(x, y) || 1
  return { x: -y / size, y: x / size }
}

const at = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`

/** The part of a crack from share `start` to share `end` of its length (0 the effect's end, 1 the cause's). */
export function partOfCrack(crack: Crack, start: number, end: number): Crack {
  const { spine, reach } = crack
  let total = 0
  const marks = spine.map((point, i) => {
    const before = spine[i - 1]
    if (before) total += Math.hypot(point.x - before.x, point.y - before.y)
    return total
  })
  const cut = (share: number): { point: Point; reach: number } => {
    const mark = share * total
    const i = Math.max(
      1,
      marks.findIndex((m) => m >= mark),
    )
    const [a, b] = [spine[i - 1] ?? { x: 0, y: 0 }, spine[i] ?? { x: 0, y: 0 }]
    const [from, to] = [marks[i - 1] ?? 0, marks[i] ?? 0]
    const t = to === from ? 0 : (mark - from) / (to - from)
    return {
      point: { x: mix(a.x, b.x, t), y: mix(a.y, b.y, t) },
      reach: mix(reach[i - 1] ?? 0, reach[i] ?? 0, t),
    }
  }
  const kept = spine.flatMap((_, i) => {
    const mark = marks[i] ?? 0
    return mark > start * total && mark < end * total ? [i] : []
  })
  const [first, last] = [cut(start), cut(end)]
  return {
    spine: [first.point, ...kept.flatMap((i) => spine[i] ?? []), last.point],
    reach: [first.reach, ...kept.map((i) => reach[i] ?? 0), last.reach],
    splinters: crack.splinters.flatMap((splinter) => {
      const index = kept.indexOf(splinter.at)
      return index < 0 ? [] : [{ at: index + 1, tip: splinter.tip }]
    }),
  }
}

/** SVG path data of the crack's outline, to be filled (rule `nonzero`). */
export function crackOutline(crack: Crack): string {
  const { spine, reach } = crack
  const edge = (i: number, sign: 1 | -1): Point => {
    const [knee, normal, half] = [spine[i] ?? { x: 0, y: 0 }, normalAt(spine, i), reach[i] ?? 0]
    return { x: knee.x + sign * normal.x * half, y: knee.y + sign * normal.y * half }
  }
  const indices = spine.map((_, i) => i)
  const there = indices.map((i) => at(edge(i, 1)))
  const back = indices.toReversed().map((i) => at(edge(i, -1)))
  const hairs = crack.splinters.map(({ at: i, tip }) => `M${at(edge(i, 1))}L${at(tip)}L${at(edge(i, -1))}Z`)
  return `M${[...there, ...back].join('L')}Z${hairs.join('')}`
}

/** SVG path data of the middle line, for strokes: focus rings, hit areas, dashed (possible or refuted) links. */
export function crackLine(crack: Crack): string {
  return `M${crack.spine.map(at).join('L')}`
}
