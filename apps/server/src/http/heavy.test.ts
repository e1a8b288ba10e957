import { addKptNote } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { expect, it, vi } from 'vitest'
import { principalOf } from '../access/guests.ts'
import { oncePerPerson, takingTurns } from '../turns.ts'
import { alice, openHouse } from './testing/house.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const work = (ms: number): void => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

it('[AT23] work that takes its turn leaves time between, and a failure holds up nobody', async () => {
  const inTurn = takingTurns(2)
  const begun = performance.now()
  const failing = inTurn(() => {
    work(50)
    throw new Error('expected')
  })
  const next = inTurn(() => work(50))
  await expect(failing).rejects.toThrow('expected')
  await next
  expect(performance.now() - begun).toBeGreaterThanOrEqual(195)
})

it('[AT23] many exports of a large board leave room for others, and stop when nobody waits', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  await house.collab.change(id, principalOf(alice), (board) => {
    for (let n = 0; n < 1500; n++) addKptNote(board, { column: 'keep', text: richTextOf(`note ${n}`) })
  })
  const taken = vi.spyOn(house.collab, 'snapshot')
  const left = new AbortController()
  const asked = Array.from({ length: 8 }, (_, n) =>
    house.request(`/api/boards/${id}/export/${n % 2 === 0 ? 'html' : 'markdown'}`, {
      signal: n % 2 === 0 ? left.signal : null,
    }),
  )
  let turns = 0
  while (taken.mock.calls.length < 3) {
    await pause(1)
    turns += 1
  }
  // Without the rests between there would be hardly any.
  expect(turns).toBeGreaterThan(10)
  left.abort()
  await Promise.all(asked)
  expect(taken.mock.calls.length).toBeLessThan(8)
})

it('[RN18] whoever asks a thousand times stands in the line once', async () => {
  const served: string[] = []
  const line = oncePerPerson(takingTurns(0))
  const ask = (who: string) => line(who)(() => void served.push(who))
  const flood = Array.from({ length: 1000 }, () => ask('mallory'))
  await Promise.all(['kim', 'lee'].map(ask))
  expect(served.slice(0, 5).toSorted()).toContain('kim')
  expect(served.length).toBeLessThan(10)
  await Promise.all(flood)
  expect(served).toHaveLength(1002)
})

it('[RN18] work that fails is told to whoever asked, and the next one has its turn', async () => {
  const line = oncePerPerson(takingTurns(0))
  const fails = line('kim')(() => Promise.reject(new Error('no')))
  const works = line('kim')(() => 'yes')
  await expect(fails).rejects.toThrow('no')
  expect(await works).toBe('yes')
})
