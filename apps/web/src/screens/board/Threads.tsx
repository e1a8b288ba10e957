import type { Link } from '@kintsugi/model'
import { linkKey } from '@kintsugi/model'
import { centreOf, type Point, type Rect } from '../../canvas/geometry.ts'

/** The links of the selected things to other zones, as fine threads: shown when asked for, so that the board stays calm. */
export function Threads({
  links,
  rectOf,
}: {
  links: readonly Link[]
  rectOf: (id: string) => Rect | undefined
}) {
  return (
    <svg className="k-threads" width="1" height="1" aria-hidden="true">
      {links.map((link) => {
        const [from, to] = [rectOf(link.from), rectOf(link.to)]
        return from && to ? (
          <path key={linkKey(link)} className="k-thread" d={threadBetween(from, to)} />
        ) : null
      })}
    </svg>
  )
}

/** Leaves and meets a card at the edge that looks towards the other one. */
function threadBetween(a: Rect, b: Rect): string {
  const from = edgeTowards(a, centreOf(b))
  const to = edgeTowards(b, centreOf(a))
  const bend = Math.min(90, Math.hypot(to.x - from.x, to.y - from.y) / 3)
  const out = (p: Point & { nx: number; ny: number }): string => `${p.x + p.nx * bend} ${p.y + p.ny * bend}`
  return `M${from.x} ${from.y}C${out(from)} ${out(to)} ${to.x} ${to.y}`
}

function edgeTowards(rect: Rect, to: Point): Point & { nx: number; ny: number } {
  const centre = centreOf(rect)
  const [dx, dy] = [(to.x - centre.x) / rect.width, (to.y - centre.y) / rect.height]
  if (Math.abs(dx) > Math.abs(dy))
    return { x: centre.x + (Math.sign(dx) * rect.width) / 2, y: centre.y, nx: Math.sign(dx), ny: 0 }
  return { x: centre.x, y: centre.y + (Math.sign(dy) * rect.height) / 2, nx: 0, ny: Math.sign(dy) }
}
