import { afterEach, expect, test, vi } from 'vitest'
import { keepTrying } from './keepTrying.ts'
import { newVersion } from './newVersion.ts'

afterEach(() => vi.restoreAllMocks())

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
    async () => false,
  )
  const both = await Promise.all([part(), part()])
  expect(both.map((module) => module.default)).toEqual(['the part', 'the part'])
  await part()
  expect({ asked, waited }).toEqual({ asked: 3, waited: 2 })
})

test('[OF4] a part of a page that the server has replaced is not asked for again; that a new version is there is said', async () => {
  let asked = 0
  const part = keepTrying(
    async () => {
      asked += 1
      throw new TypeError('Failed to fetch dynamically imported module')
    },
    async () => {},
    async () => true,
  )
  const outcome = await Promise.race([
    part(),
    new Promise((resolve) => setTimeout(resolve, 30, 'still waiting')),
  ])
  expect({ outcome, asked, said: newVersion.get() }).toEqual({
    outcome: 'still waiting',
    asked: 1,
    said: 'needed',
  })
})

test('a fault in a part is said once, a network that is away is not', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const reasons = [new TypeError('error loading dynamically imported module: x.js'), new RangeError('ours')]
  for (const reason of reasons) {
    let asked = 0
    const part = keepTrying(
      async () => {
        asked += 1
        if (asked < 4) throw reason
      },
      async () => {},
      async () => false,
    )
    await part()
  }
  expect(said.mock.calls).toEqual([[reasons[1]]])
})
