import { expect, it } from 'vitest'
import { stampPresence } from './awareness.ts'

it('[FA9] nobody is told a view that would move others to where nothing can be drawn', () => {
  const grant = { boardId: 'b'.repeat(22), clientId: 7, principal: { id: 'kim', name: 'Kim' } }
  const told = (sight: object): number => {
    const states = new Map<number, Record<string, unknown>>([[7, { sight }]])
    stampPresence(states, grant)
    return states.size
  }
  expect(told({ x: -500, y: 0, width: 1200, height: 800 })).toBe(1)
  expect(told({ x: 1e308, y: 0, width: 1e308, height: 1 })).toBe(0)
  expect(told({ x: 0, y: 0, width: 0, height: 1 })).toBe(0)
})

it('[FA8] of who would rather not be seen nothing is told: no name, no id, no cursor', () => {
  const grant = { boardId: 'b'.repeat(22), clientId: 7, principal: { id: 'kim', name: 'Kim' } }
  const said = { name: 'Kim', hidden: true, cursor: { x: 1, y: 2 }, selection: ['a'], editing: 'a.text' }
  for (const plain of [false, true]) {
    const states = new Map<number, Record<string, unknown>>([[7, plain ? { board: said, user: said } : said]])
    stampPresence(states, grant, plain)
    expect(states.get(7)).toMatchObject({
      hidden: true,
      name: '',
      principal: '',
      cursor: null,
      selection: [],
    })
    expect(JSON.stringify([...states])).not.toMatch(/kim/i)
  }
})
