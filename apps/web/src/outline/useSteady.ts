import { useRef } from 'react'
import { steadyOrder } from './steadyOrder.ts'

/** The items in reading order; while `held` the rows that are drawn already stay where they are. */
export function useSteady<T extends { id: string }>(items: readonly T[], held: boolean): readonly T[] {
  const drawn = useRef<readonly string[]>([])
  const now = items.map(({ id }) => id)
  const order = held ? steadyOrder(drawn.current, now) : now
  drawn.current = order
  if (!held) return items
  const byId = new Map(items.map((item) => [item.id, item]))
  return order.flatMap((id) => byId.get(id) ?? [])
}
