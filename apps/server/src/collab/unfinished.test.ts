import { addKptNote } from '@kintsugi/board'
import { limits } from '@kintsugi/model'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { RawPlain } from './testing/stock.ts'
import { Table } from './testing/table.ts'
import { Wire } from './testing/wire.ts'

async function open(): Promise<Table> {
  const table = await Table.open()
  onTestFinished(() => table.close())
  return table
}
/** Begins a message, and does not end it. */
const begin = (socket: WebSocket, bytes: number): void => {
  socket.on('error', () => {})
  socket.send(new Uint8Array(bytes), { fin: false })
}

it('[AT24] without a ticket a frame that does not end is cut early', async () => {
  const table = await open()
  const socket = new WebSocket(`${table.url.replace('http', 'ws')}/collab`)
  await new Promise((resolve) => socket.on('open', resolve))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  begin(socket, 2_000_000)
  // Cut; whoever only shows no ticket is told so, later.
  expect(await closed).toBe(1006)
})

it('[AT24] frames begun on many sockets do not fill the memory, and others write on', async () => {
  const table = await open()
  const boardId = await table.board()
  const sockets: WebSocket[] = []
  for (let n = 0; n < 8; n++) {
    const { socket } = await RawPlain.open(table.url, boardId, 300 + n)
    sockets.push(socket)
  }
  await expect.poll(() => table.app.collab.present(boardId)).toBe(8)
  for (const socket of sockets) begin(socket, 15_000_000)
  const stands = () => sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length
  await expect.poll(stands).toBeLessThanOrEqual((4 * limits.frameBytes) / 15_000_000)
  const bob = await Wire.join(table.url, boardId)
  expect(await bob.write((board) => void addKptNote(board, { column: 'keep' }))).toEqual({ saved: true })
  // What is left goes on counting for nothing once it is gone.
  for (const socket of sockets) socket.terminate()
  const again = await RawPlain.open(table.url, boardId, 400)
  begin(again.socket, 15_000_000)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(again.ended).toBeUndefined()
  again.socket.terminate()
  await bob.leave()
})
