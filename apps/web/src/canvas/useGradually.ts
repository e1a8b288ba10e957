import { useEffect, useRef, useState } from 'react'
import type { Placed } from './placed.ts'

/** So many cards are drawn at once when there is nothing yet, and so many more in each frame after that. */
const atFirst = 70
const perFrame = 10

/**
 * Lets new cards in a few at a time, so that panning never waits for a screenful of them. They come into the margin
 * around what is in sight: nobody sees them arrive.
 */
export function useGradually(visible: readonly Placed[]): readonly Placed[] {
  const shown = useRef<ReadonlySet<string>>(new Set())
  const [, setFrame] = useState(0)
  let room = shown.current.size === 0 ? atFirst : perFrame
  const list: Placed[] = []
  for (const placed of visible) {
    if (shown.current.has(placed.id)) list.push(placed)
    else if (room > 0) {
      room -= 1
      list.push(placed)
    }
  }
  const waiting = list.length < visible.length
  useEffect(() => {
    shown.current = new Set(list.map(({ id }) => id))
    if (!waiting) return
    const frame = requestAnimationFrame(() => setFrame((n) => n + 1))
    return () => cancelAnimationFrame(frame)
  })
  return list
}
