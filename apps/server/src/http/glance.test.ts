import { addAction, addCause, describeIncident, linkItems } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import type { BoardCard, RevisionCard } from '@kintsugi/protocol'
import { expect, it } from 'vitest'
import { principalOf } from '../access/guests.ts'
import { alice, asAlice, openHouse } from './testing/house.ts'

it('[HT16] lists a board with what its card shows, and a revision with what was finalized', async () => {
  const house = await openHouse()
  const id = await house.createBoard('Payments')
  const listed = async (): Promise<BoardCard | undefined> =>
    (await (await house.request('/api/boards')).json())[0]
  expect((await listed())?.glance).toEqual({ mended: null, severity: null, services: [] })
  await house.collab.change(id, principalOf(alice), (board) => {
    describeIncident(board, { title: 'Payments failed', severity: 'sev2', services: ['checkout'] })
    const cause = addCause(board, { kind: 'root', text: richTextOf('No limit') })
    const action = addAction(board, { aim: 'prevent', text: richTextOf('Add a limit') })
    linkItems(board, { kind: 'answers', from: action, to: cause })
  })
  const glance = { mended: 0.5, severity: 'sev2', services: ['checkout'] }
  await expect.poll(listed).toMatchObject({ title: 'Payments failed', glance })
  await house.request(`/api/boards/${id}/finalize`, { method: 'POST', headers: asAlice })
  await house.request(`/api/boards/${id}/reopen`, { method: 'POST', headers: asAlice })
  await house.collab.change(id, principalOf(alice), (board) => describeIncident(board, { severity: 'sev1' }))
  await expect.poll(async () => (await listed())?.glance.severity).toBe('sev1')
  const [revision]: RevisionCard[] = await (await house.request('/api/postmortems')).json()
  expect(revision?.glance).toEqual(glance)
})
