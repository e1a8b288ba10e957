import { expect, it } from 'vitest'
import { glide } from './smoothing.ts'

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
