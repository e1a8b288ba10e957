import { addFreeNote, type Board, readSnapshot } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { closeCodes, type MeetingChange } from '@kintsugi/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Stock } from './testing/stock.ts'
import { Table } from './testing/table.ts'
import { newDeviceKey, Wire } from './testing/wire.ts'

let table: Table
/** The stock provider says there why it was let go. */
vi.spyOn(console, 'warn').mockImplementation(() => {})
beforeEach(async () => {
  table = await Table.open()
})
afterEach(() => table.close())

const headersOf = (name: string, deviceKey: string) => ({
  'content-type': 'application/json',
  'X-Kintsugi-Guest': Buffer.from(JSON.stringify({ name, deviceKey })).toString('base64url'),
})
const meet = async (board: string, headers: Record<string, string>, change: MeetingChange) => {
  const url = `${table.url}/api/boards/${board}/meeting`
  const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(change) })
  return answer.status
}
const notesOn = async (board: string) => (await table.app.collab.snapshot(board)).freeNotes

async function lockedBoard() {
  const board = await table.board()
  const [kim, sato] = [newDeviceKey(), newDeviceKey()]
  const lead = await Wire.join(table.url, board, { name: 'Kim', deviceKey: kim })
  const other = await Wire.join(table.url, board, { name: '佐藤', deviceKey: sato })
  const [asKim, asSato] = [headersOf('Kim', kim), headersOf('Sato', sato)]
  expect(await meet(board, asKim, { role: { role: 'facilitator', to: 'me' } })).toBe(200)
  expect(await meet(board, asKim, { lock: 5 })).toBe(200)
  await other.until(() => other.states().at(-1) === 'locked')
  return { board, lead, other, asKim, asSato, sato }
}
const note = (text: string) => (board: Board) => void addFreeNote(board, { text: richTextOf(text) })

it('[FA6] what others write while it is locked is neither stored nor refused, and is saved whole afterwards', async () => {
  const { board, lead, other, asKim } = await lockedBoard()
  expect([lead.states().at(-1), other.states()]).toEqual(['live', ['live', 'locked']])
  expect(await other.write(note('held back'))).toEqual({ saved: false })
  // Builds on what the server does not have.
  expect(await other.write(note('and on top of it'))).toEqual({ saved: false })
  expect(await lead.write(note('the facilitator goes on'))).toEqual({ saved: true })
  expect(await notesOn(board)).toHaveLength(1)
  await other.until(() => readSnapshot(other.board).freeNotes.length === 3)
  await meet(board, asKim, { lock: null })
  await other.until(() => other.states().at(-1) === 'live')
  await lead.until(() => readSnapshot(lead.board).freeNotes.length === 3)
  expect(await notesOn(board)).toHaveLength(3)
  expect([other.refusals(), lead.refusals()]).toEqual([[], []])
})

it('[FA6] who comes later is told, and a plain request may not do what the person may not', async () => {
  const { board, asKim, asSato, sato } = await lockedBoard()
  const late = await Wire.join(table.url, board, { name: '佐藤', deviceKey: sato })
  expect(late.states()).toEqual(['locked'])
  const body = JSON.stringify({ format: 'markdown', text: '## Timeline\n- 10:00 rollback\n' })
  const bring = (headers: Record<string, string>) =>
    fetch(`${table.url}/api/boards/${board}/import`, { method: 'POST', headers, body })
  const refused = await bring(asSato)
  expect([refused.status, (await refused.json()).problem.code]).toEqual([409, 'boardLocked'])
  expect((await bring(asKim)).status).toBe(201)
  const settle = (headers: Record<string, string>, what: 'finalize' | 'reopen') =>
    fetch(`${table.url}/api/boards/${board}/${what}`, { method: 'POST', headers })
  expect((await settle(asSato, 'finalize')).status).toBe(409)
  expect(await table.app.collab.state(board)).toBe('live')
  expect((await settle(asKim, 'finalize')).status).toBe(201)
  expect((await settle(asSato, 'reopen')).status).toBe(409)
  expect(await table.app.collab.state(board)).toBe('final')
})

it('[FA7] who is handed the role while it is locked may write at once, and what they wrote before arrives', async () => {
  const { board, lead, other, asKim, asSato } = await lockedBoard()
  await other.write(note('held back'))
  const next = table.app.collab.members(board).find(({ name }) => name === '佐藤')
  if (!next) throw new Error('not there')
  expect(await meet(board, asKim, { role: { role: 'facilitator', to: next } })).toBe(200)
  await other.until(() => other.states().at(-1) === 'live')
  await lead.until(() => readSnapshot(lead.board).freeNotes.length === 1)
  expect([lead.states().at(-1), await lead.write(note('now I wait'))]).toEqual(['locked', { saved: false }])
  expect(await meet(board, asSato, { lock: null })).toBe(200)
  await other.until(() => readSnapshot(other.board).freeNotes.length === 2)
})

it('[FA6] any Yjs client is let go, comes back, and has its words taken once the lock is gone', async () => {
  const { board, asKim } = await lockedBoard()
  const yjs = await Stock.join(table.url, board)
  note('from any Yjs client')(yjs.board)
  await yjs.until(() => yjs.ended.length > 0)
  expect(yjs.ended[0]).toEqual({ code: closeCodes.shutdown, reason: 'boardLocked' })
  expect(await notesOn(board)).toEqual([])
  await meet(board, asKim, { lock: null })
  await expect.poll(() => notesOn(board)).toHaveLength(1)
  expect(yjs.closed).toBeUndefined()
  yjs.leave()
})
