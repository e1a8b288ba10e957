import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useMemo } from 'react'
import { centreOf, contains, type Point, type Rect } from './geometry.ts'
import { frame, sightOf } from './viewport.ts'

export interface Camera {
  /** Shows a rectangle; `whole` however small it gets. */
  show(rect: Rect, options?: { whole?: boolean; closest?: number; calm?: boolean }): void
  /** Moves only if the rectangle is out of sight or, unless `small` is fine, too small to read. */
  reveal(rect: Rect, options?: { small?: boolean }): void
  zoomBy(factor: number): void
  zoom(): number
  sight(): Rect
  /** Client coordinates → canvas. */
  toCanvas(client: Point): Point
  toClient(point: Point): Point
}

/** What lies over the left of the canvas from its edge on, such as a round's panel: how far it reaches. */
function coveredLeft(canvas: Element | null): number {
  const cover = document
    .querySelector('[data-side="left"]:not([data-folded="true"])')
    ?.getBoundingClientRect()
  const area = canvas?.getBoundingClientRect()
  if (!cover || !area || cover.left > area.left + inset.left + inset.right) return 0
  // On a narrow screen it lies across the canvas, and leaves nothing beside it.
  const reach = cover.right - area.left
  return reach < area.width / 2 ? reach : 0
}

/** Room for what floats over the canvas: the tool rail. */
const inset = { left: 74, top: 18, right: 18, bottom: 18 }
const narrowInset = { left: 10, top: 10, right: 10, bottom: 76 }

/** On a narrow screen the inspector lies over the lower part of the canvas instead of beside it. */
function coveredBelow(canvas: Element | null): number {
  const panel = canvas?.closest('.k-desk')?.querySelector('.k-inspector')?.getBoundingClientRect()
  const area = canvas?.getBoundingClientRect()
  if (!panel || !area || panel.left >= area.right - 1) return 0
  return Math.max(0, area.bottom - panel.top)
}

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
      const left = Math.max(inset.left, coveredLeft(store.getState().domNode) + inset.right)
      const around = size().width < 720 ? narrowInset : { ...inset, left }
      const viewport = frame(rect, size(), around, { whole, ...(closest === undefined ? {} : { closest }) })
      void flow.setViewport(viewport, { duration: calm ? duration() : 0 })
    }
    return {
      show,
      reveal(rect, { small = false } = {}) {
        const { width, height } = size()
        const canvas = store.getState().domNode
        const left = coveredLeft(canvas)
        const free = { width: width - left, height: height - coveredBelow(canvas) }
        const now = flow.getViewport()
        const sight = sightOf({ ...now, x: now.x - left }, free)
        const seen =
          contains(sight, rect) && contains(sight, { x: rect.x + rect.width, y: rect.y + rect.height })
        if (seen && (small || flow.getZoom() >= 0.55)) return
        const zoom = Math.max(flow.getZoom(), 0.85)
        const { x, y } = centreOf(rect)
        void flow.setViewport(
          { x: left + free.width / 2 - x * zoom, y: free.height / 2 - y * zoom, zoom },
          { duration: duration() },
        )
      },
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: duration() }),
      zoom: () => flow.getZoom(),
      sight: () => sightOf(flow.getViewport(), size()),
      toCanvas: (client) => flow.screenToFlowPosition(client),
      toClient: (point) => flow.flowToScreenPosition(point),
    }
  }, [flow, store])
}
