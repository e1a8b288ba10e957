import { expect, test } from 'vitest'
import { keepTrying } from './later.ts'

test('a part that cannot be fetched is asked for again until it comes, and then once for all', async () => {
  let asked = 0
  let waited = 0
  const part = keepTrying(
    async () => {
      asked += 1
      if (asked < 3) throw new TypeError('Failed to fetch dynamically imported module')
      return { default: 'the part' }
    },
    async () => {
      waited += 1
    },
  )
  const both = await Promise.all([part(), part()])
  expect(both.map((module) => module.default)).toEqual(['the part', 'the part'])
  await part()
  expect({ asked, waited }).toEqual({ asked: 3, waited: 2 })
})
