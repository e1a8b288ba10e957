import { useOnViewportChange, useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Rect } from './geometry.ts'
import { sightOf, type Viewport, type ZoomLevel, zoomLevel } from './viewport.ts'

const cell = 400
const margin = 240

/** The part of the canvas to draw: what is in sight and a margin, in whole cells, so that panning asks rarely. */
function cellsAround(sight: Rect): Rect {
  const left = Math.floor((sight.x - margin) / cell) * cell
  const top = Math.floor((sight.y - margin) / cell) * cell
  const right = Math.ceil((sight.x + sight.width + margin) / cell) * cell
  const bottom = Math.ceil((sight.y + sight.height + margin) / cell) * cell
  return { x: left, y: top, width: right - left, height: bottom - top }
}

export interface Sight {
  rect: Rect
  level: ZoomLevel
}

/**
 * Follows the viewport. The zoom level goes to the host as an attribute (CSS does the rest); React hears of it only
 * when other items come into sight.
 */
export function useSight(
  host: RefObject<HTMLElement | null>,
  onMove: (viewport: Viewport) => void,
): Sight | null {
  const flow = useReactFlow()
  const [sight, setSight] = useState<Sight | null>(null)
  const last = useRef('')
  const onMoveRef = useRef(onMove)
  useEffect(() => {
    onMoveRef.current = onMove
  })

  const follow = useCallback(
    (viewport: Viewport) => {
      const element = host.current
      if (!element) return
      const level = zoomLevel(viewport.zoom)
      if (element.dataset.zoom !== level) element.dataset.zoom = level
      const unzoom = (1 / viewport.zoom).toFixed(2)
      if (element.style.getPropertyValue('--unzoom') !== unzoom) element.style.setProperty('--unzoom', unzoom)
      const size = { width: element.clientWidth, height: element.clientHeight }
      const rect = cellsAround(sightOf(viewport, size))
      const key = `${level} ${rect.x} ${rect.y} ${rect.width} ${rect.height}`
      if (key !== last.current) {
        last.current = key
        setSight({ rect, level })
      }
      onMoveRef.current(viewport)
    },
    [host],
  )

  // Of a wheel that is turned notch by notch React Flow tells the end only.
  useOnViewportChange({ onChange: follow, onEnd: follow })
  useEffect(() => {
    const element = host.current
    if (!element) return
    const observer = new ResizeObserver(() => follow(flow.getViewport()))
    observer.observe(element)
    return () => observer.disconnect()
  }, [host, flow, follow])
  return sight
}
