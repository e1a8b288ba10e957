import { expect, it } from 'vitest'
import { peopleIn } from './people.ts'

it('[RW19] counts people, not tabs: somebody with two is one, and my own other windows are nobody else', () => {
  const [me, mori, sato] = [
    { principal: 'me', name: '佐藤' },
    { principal: 'mori', name: 'Mori' },
    { principal: 'sato', name: '佐藤' },
  ]
  expect(peopleIn([mori, me, mori, sato, me, { principal: '', name: 'Guest' }], 'me')).toEqual([mori, sato])
})
