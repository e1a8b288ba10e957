import { describe, expect, it } from 'vitest'
import { rectOf } from './geometry.ts'
import { frame, sightOf, zoomLevel } from './viewport.ts'

const size = { width: 1000, height: 800 }
const inset = { left: 70, top: 20, right: 20, bottom: 20 }

describe('what the camera frames', () => {
  it('[WB6] shows a zone whole and in the middle where it fits', () => {
    const viewport = frame(rectOf(500, 300, 900, 600), size, inset, { whole: false })
    const sight = sightOf(viewport, size)
    expect(sight.x).toBeLessThanOrEqual(500)
    expect(sight.x + sight.width).toBeGreaterThanOrEqual(1400)
    const left = (500 - sight.x) * viewport.zoom - inset.left
    const right = (sight.x + sight.width - 1400) * viewport.zoom - inset.right
    expect(left).toBeCloseTo(right)
  })
  it('[WB6] begins at the beginning, readably, where a zone is too wide', () => {
    const viewport = frame(rectOf(0, 0, 9000, 400), size, inset, { whole: false })
    expect(zoomLevel(viewport.zoom)).toBe('near')
    expect(viewport.x).toBe(inset.left)
  })
  it('[WB6] shows everything however small where the whole is asked for', () => {
    const { zoom } = frame(rectOf(0, 0, 30_000, 400), size, inset, { whole: true })
    expect(30_000 * zoom).toBeLessThanOrEqual(size.width)
    expect(zoomLevel(zoom)).toBe('far')
  })
})
