import type { Rect } from './geometry.ts'

export interface Viewport {
  x: number
  y: number
  zoom: number
}
export interface Inset {
  left: number
  top: number
  right: number
  bottom: number
}
export const zoomRange = { min: 0.02, max: 2 } as const
/** Below this zoom cards cannot be read; a zone wider than fits then starts at its beginning instead. */
const readable = 0.62

/** The viewport that frames a rectangle; `whole` shows all of it however small it gets. */
export function frame(
  rect: Rect,
  size: { width: number; height: number },
  inset: Inset,
  options: { whole: boolean; closest?: number },
): Viewport {
  const width = Math.max(80, size.width - inset.left - inset.right)
  const height = Math.max(80, size.height - inset.top - inset.bottom)
  const fit = Math.min(width / rect.width, height / rect.height, options.closest ?? 1.25)
  const zoom = Math.max(options.whole ? zoomRange.min : readable, Math.min(zoomRange.max, fit))
  const wide = rect.width * zoom > width + 1
  const tall = rect.height * zoom > height + 1
  return {
    zoom,
    x: inset.left - rect.x * zoom + (wide ? 0 : (width - rect.width * zoom) / 2),
    y: inset.top - rect.y * zoom + (tall ? 0 : (height - rect.height * zoom) / 2),
  }
}

/** What of the canvas is in sight. */
export function sightOf(viewport: Viewport, size: { width: number; height: number }): Rect {
  return {
    x: -viewport.x / viewport.zoom,
    y: -viewport.y / viewport.zoom,
    width: size.width / viewport.zoom,
    height: size.height / viewport.zoom,
  }
}

export type ZoomLevel = 'near' | 'mid' | 'far'
export const zoomLevel = (zoom: number): ZoomLevel => (zoom >= 0.55 ? 'near' : zoom >= 0.3 ? 'mid' : 'far')
