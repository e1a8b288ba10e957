import { expect, it } from 'vitest'
import { keyed } from './keyed.ts'

it('gives the same words keys of their own, which others that come between do not change', () => {
  expect(keyed(['a', 'b', 'a'])).toEqual([
    { key: '0 a', text: 'a' },
    { key: '0 b', text: 'b' },
    { key: '1 a', text: 'a' },
  ])
  expect(keyed(['a', 'new', 'b', 'a']).map(({ key }) => key)).toEqual(['0 a', '0 new', '0 b', '1 a'])
})
