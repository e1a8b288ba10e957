import type { BoardSnapshot, Cause, Link } from '@kintsugi/model'
import { useEffect, useState } from 'react'
import { laterCode } from '../../app/later.ts'
import { causeCard, causeHeight } from '../../causes/layoutCauses.ts'
import type { BoardLayout, Tidy } from './layoutBoard.ts'

export const nothing: Tidy = {}

const loadLayout = laterCode(() => import('@kintsugi/analysis/causalLayout'))
/** So long causes without a place wait for the layout's code; then they stand in rows until it is there. */
const patienceMs = 1500

/** A tidy layout of these causes; where the layout's code is not there yet, it waits for the network. */
export async function tidyLayout(causes: readonly Cause[], links: readonly Link[]): Promise<Tidy> {
  const { causalLayout } = await loadLayout()
  const heights = new Map(causes.map((cause) => [cause.id, causeHeight(cause)]))
  const { positions } = causalLayout(
    { causes: [...causes], links: [...links] },
    {
      sizeOf: (id) => ({ width: causeCard.width, height: heights.get(id) ?? 100 }),
      gap: { x: 30, y: 58 },
    },
  )
  return Object.fromEntries(
    Object.entries(positions).map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]),
  )
}

/** Places for causes that came without one (an import, another client); null until they are known. */
export function useTidy({ causes, links, placements }: BoardSnapshot): Tidy | null {
  const [tidy, setTidy] = useState<Tidy | null>(null)
  useEffect(() => {
    const homeless = causes.filter((cause) => !placements[cause.id])
    if (homeless.length === 0) {
      setTidy(nothing)
      return
    }
    let stale = false
    const rows = setTimeout(() => setTidy((places) => places ?? nothing), patienceMs)
    void tidyLayout(homeless, links).then((places) => {
      clearTimeout(rows)
      if (!stale) setTidy(places)
    })
    return () => {
      stale = true
      clearTimeout(rows)
    }
  }, [causes, links, placements])
  return tidy
}

/** Where causes without a place are drawn now becomes theirs: from the first one that is placed by hand the graph stands still. */
export function homelessPlaces(layout: BoardLayout, placements: BoardSnapshot['placements']): Tidy {
  const { origin, placed } = layout.causes
  return Object.fromEntries(
    placed
      .filter(({ id }) => !placements[id])
      .map(({ id, rect }) => [id, { x: Math.round(rect.x - origin.x), y: Math.round(rect.y - origin.y) }]),
  )
}
