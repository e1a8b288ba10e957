import { boardSnapshotSchema } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { causeCard } from '../../../causes/layoutCauses.ts'
import { causePlace } from './causePlace.ts'

const id = (letter: string): string => letter.repeat(22)
const board = (placements: Record<string, { x: number; y: number }>) =>
  boardSnapshotSchema.parse({ incident: {}, causes: [{ id: id('a') }, { id: id('b') }], placements })

it('[OL19] a why stands below its effect, beside what is there', () => {
  const places = { [id('a')]: { x: 0, y: 0 }, [id('b')]: { x: 0, y: 150 } }
  const place = causePlace(board(places), id('a'))
  expect(place?.y).toBeGreaterThan(80)
  const apart = Math.abs((place?.x ?? 0) - 0) >= causeCard.width || (place?.y ?? 0) >= 150 + 96
  expect(apart).toBe(true)
})

it('[OL19] with a cause that has no place yet, none is given', () => {
  expect(causePlace(board({ [id('a')]: { x: 0, y: 0 } }), id('a'))).toBe(undefined)
  expect(causePlace(board({}))).toBe(undefined)
})
