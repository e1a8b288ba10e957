import type { BoardSnapshot, Placement } from '@kintsugi/model'
import { layoutCauses, placeUnder } from '../../../causes/layoutCauses.ts'

/**
 * Where a cause made in the outline stands on the canvas. Undefined while some cause has no place yet: then the canvas lays
 * them out tidily together.
 */
export function causePlace(
  { causes, placements }: Pick<BoardSnapshot, 'causes' | 'placements'>,
  effectId?: string,
): Placement | undefined {
  if (causes.length === 0 || causes.some(({ id }) => !placements[id])) return undefined
  const { placed, origin } = layoutCauses(causes, placements, {
    top: 0,
    minWidth: 0,
    minHeight: 0,
    fallback: () => ({ x: 0, y: 0 }),
  })
  const taken = placed.map(({ rect }) => rect)
  const effect = placed.find(({ id }) => id === effectId)?.rect
  const last = taken.at(-1)
  if (!last) return undefined
  // Beside the last one where it explains nothing yet.
  const above = effect ?? { ...last, y: last.y - last.height - 56 }
  const place = placeUnder(above, taken, 96)
  return { x: Math.round(place.x - origin.x), y: Math.max(0, Math.round(place.y - origin.y)) }
}
