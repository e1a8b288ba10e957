import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useMemo } from 'react'
import { contains, type Point, type Rect } from './geometry.ts'
import { frame, sightOf } from './viewport.ts'

export interface Camera {
  /** Shows a rectangle; `whole` however small it gets. */
  show(rect: Rect, options?: { whole?: boolean; closest?: number; calm?: boolean }): void
  /** Moves only if the rectangle is out of sight or too small to read. */
  reveal(rect: Rect): void
  zoomBy(factor: number): void
  zoom(): number
  sight(): Rect
  /** Client coordinates → canvas. */
  toCanvas(client: Point): Point
  toClient(point: Point): Point
}

/** Room for what floats over the canvas: the tool rail. */
const inset = { left: 74, top: 18, right: 18, bottom: 18 }
const narrowInset = { left: 10, top: 10, right: 10, bottom: 76 }

export function useCamera(): Camera {
  const flow = useReactFlow()
  const store = useStoreApi()
  return useMemo(() => {
    // The element's own size: the store's lags one observation behind when a panel opens beside the canvas.
    const size = () => {
      const { domNode, width, height } = store.getState()
      return { width: domNode?.clientWidth ?? width, height: domNode?.clientHeight ?? height }
    }
    const duration = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180)
    const show: Camera['show'] = (rect, { whole = false, closest, calm = true } = {}) => {
      const around = size().width < 720 ? narrowInset : inset
      const viewport = frame(rect, size(), around, { whole, ...(closest === undefined ? {} : { closest }) })
      void flow.setViewport(viewport, { duration: calm ? duration() : 0 })
    }
    return {
      show,
      reveal(rect) {
        const sight = sightOf(flow.getViewport(), size())
        const zoom = flow.getZoom()
        const seen =
          contains(sight, rect) && contains(sight, { x: rect.x + rect.width, y: rect.y + rect.height })
        if (seen && zoom >= 0.55) return
        const at = Math.max(zoom, 0.85)
        void flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, {
          zoom: at,
          duration: duration(),
        })
      },
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: duration() }),
      zoom: () => flow.getZoom(),
      sight: () => sightOf(flow.getViewport(), size()),
      toCanvas: (client) => flow.screenToFlowPosition(client),
      toClient: (point) => flow.flowToScreenPosition(point),
    }
  }, [flow, store])
}
