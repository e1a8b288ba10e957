import { type Cover, crackBetween, crackLine, crackOutline, partOfCrack } from '@kintsugi/analysis'
import { type Cause, type Link, linkKey } from '@kintsugi/model'
import { around, grown, type Point, type Rect } from '../canvas/geometry.ts'

export interface CrackShape {
  key: string
  link: Link
  cover: Cover
  certainty: Cause['certainty']
  /** Whole outline, and the part of it that is gold. */
  outline: string
  gold: string | null
  line: string
  box: Rect
}

/** From the effect's lower edge to the cause's upper edge; sideways where the cause lies level with or above its effect. */
export function crackEnds(effect: Rect, cause: Rect): { from: Point; to: Point } {
  const below = cause.y >= effect.y + effect.height - 8
  const shift = Math.max(-1, Math.min(1, (cause.x - effect.x) / (effect.width * 1.4)))
  if (below)
    return {
      from: { x: effect.x + effect.width * (0.5 + shift * 0.3), y: effect.y + effect.height - 1 },
      to: { x: cause.x + cause.width * (0.5 - shift * 0.2), y: cause.y + 1 },
    }
  const right = cause.x + cause.width / 2 >= effect.x + effect.width / 2
  return {
    from: { x: right ? effect.x + effect.width - 1 : effect.x + 1, y: effect.y + effect.height / 2 },
    to: { x: right ? cause.x + 1 : cause.x + cause.width - 1, y: cause.y + cause.height / 2 },
  }
}

const widths: Readonly<Record<Cover, number>> = {
  bare: 4.2,
  half: 5.4,
  settled: 4.6,
  mended: 6.4,
  shining: 7,
}

export interface CrackInput {
  links: readonly Link[]
  rectOf: (id: string) => Rect | undefined
  causeOf: (id: string) => Cause | undefined
  coverOf: (id: string) => Cover
}

/** All cracks; a link that has lost an end is not drawn. `known` keeps the shapes of those that have not changed. */
export function crackShapes(
  input: CrackInput,
  known: Map<string, CrackShape & { seed: string }>,
): CrackShape[] {
  const shapes: CrackShape[] = []
  const kept = new Set<string>()
  for (const link of input.links) {
    if (link.kind !== 'because') continue
    const [effect, reason, cause] = [input.rectOf(link.from), input.rectOf(link.to), input.causeOf(link.to)]
    if (!effect || !reason || !cause) continue
    const cover = input.coverOf(link.to)
    const key = linkKey(link)
    const { from, to } = crackEnds(effect, reason)
    const seed = [from.x, from.y, to.x, to.y, cover, cause.certainty].join()
    kept.add(key)
    const before = known.get(key)
    if (before?.seed === seed) {
      shapes.push(before)
      continue
    }
    const crack = crackBetween(from, to, key, widths[cover])
    const share = cover === 'mended' || cover === 'shining' ? 1 : cover === 'half' ? 0.5 : 0
    const shape = {
      key,
      link,
      cover,
      certainty: cause.certainty,
      outline: crackOutline(crack),
      // Gold grows up from the cause that is being mended.
      gold: share === 0 ? null : crackOutline(share === 1 ? crack : partOfCrack(crack, 1 - share, 1)),
      line: crackLine(crack),
      box: grown(
        around([
          { ...from, width: 0, height: 0 },
          { ...to, width: 0, height: 0 },
        ]) ?? effect,
        24,
      ),
      seed,
    }
    known.set(key, shape)
    shapes.push(shape)
  }
  for (const key of known.keys()) if (!kept.has(key)) known.delete(key)
  return shapes
}
