import { useEffect, useState } from 'react'

const first = 60
const more = 90

/** So many rows at once, the rest over the next frames: the page is there before a thousand rows are. */
export function useInPortions<T>(items: readonly T[]): readonly T[] {
  const [shown, setShown] = useState(first)
  const waiting = shown < items.length
  useEffect(() => {
    if (!waiting) return
    const frame = requestAnimationFrame(() => setShown((count) => count + more))
    return () => cancelAnimationFrame(frame)
  })
  return waiting ? items.slice(0, shown) : items
}
