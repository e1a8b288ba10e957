import { expect, it } from 'vitest'
import { stillDeclined } from './leading.ts'

it('[FM3] whoever was told no invites again only as the facilitator, and not before they have stopped', () => {
  const [kim, sato] = [{ principal: 'kim' }, { principal: 'sato' }]
  const declined = ['kim', 'sato']
  expect(stillDeclined(declined, [kim, sato], 'kim')).toBe(declined)
  expect(stillDeclined(declined, [], 'kim')).toEqual(['sato'])
  expect(stillDeclined(declined, [sato], undefined)).toBe(declined)
})
