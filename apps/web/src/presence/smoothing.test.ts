import { expect, it } from 'vitest'
import { glide, glideRect } from './smoothing.ts'

it('[LV12] glides independently of the frame rate, never past its aim, and arrives', () => {
  const told = { x: 100, y: -40 }
  const once = glide({ x: 0, y: 0 }, told, 16)
  const twice = glide(glide({ x: 0, y: 0 }, told, 8), told, 8)
  expect(twice.x).toBeCloseTo(once.x)
  expect(once.x).toBeGreaterThan(0)
  expect(once.x).toBeLessThan(100)
  let drawn = { x: 0, y: 0 }
  for (let ms = 0; ms < 600; ms += 16) drawn = glide(drawn, told, 16)
  expect(drawn).toBe(told)
})

it('[FM1] a followed view glides by both its corners, never inside out, and arrives', () => {
  const told = { x: 500, y: 300, width: 400, height: 200 }
  let drawn: typeof told = { x: 0, y: 0, width: 2000, height: 1000 }
  for (let ms = 0; ms < 1200; ms += 16) {
    drawn = glideRect(drawn, told, 16)
    expect(Math.min(drawn.width, drawn.height)).toBeGreaterThan(0)
  }
  expect(drawn).toBe(told)
})
