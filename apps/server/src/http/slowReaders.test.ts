import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { addKptNote } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { expect, it, onTestFinished } from 'vitest'
import { principalOf } from '../access/guests.ts'
import { alice, openHouse } from './testing/house.ts'
import { listen, makeLink } from './testing/reader.ts'

const me = principalOf(alice)
const megabyte = 1024 * 1024

it('[SH15] readers that take nothing from their sockets cost little, and others are served', async () => {
  const house = await openHouse()
  const id = await house.createBoard('Payments')
  const write = (text: string, times: number) =>
    house.collab.change(id, me, (board) => {
      for (let n = 0; n < times; n++) addKptNote(board, { column: 'keep', text: richTextOf(`${text} ${n}`) })
    })
  await write('a note of some length, so that the page becomes larger than what sockets take at once', 1000)
  const { path } = await makeLink(house, id)
  const server = createServer(getRequestListener((request, wire) => house.fetch(request, wire)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sockets: Socket[] = []
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.closeAllConnections()
    server.close()
  })
  const ask = async (to: string, times: number): Promise<void> => {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    await once(socket, 'connect')
    // Nothing is ever read from it.
    socket.pause()
    socket.on('error', () => undefined)
    socket.write(`GET ${to} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`.repeat(times))
  }
  const page = await fetch(`http://localhost:${port}${path}`)
  expect((await page.text()).length).toBeGreaterThan(100_000)
  const before = process.memoryUsage().rss
  for (let n = 0; n < 40; n++) await ask(`${path}/events`, 1)
  for (let n = 0; n < 60; n++) await ask(path, 5)
  await expect.poll(() => house.share.live.readers).toBe(40)
  const reader = await listen(house, path, {}, '192.0.2.7')
  const versions = () => new Set(reader.heard.map(({ data }) => data.version)).size
  for (let n = 0; n < 2; n++) {
    const heard = versions()
    await write(`edit ${n}`, 1)
    await expect.poll(versions).toBeGreaterThan(heard)
  }
  const served = await fetch(`http://localhost:${port}${path}?again=1`)
  expect(await served.text()).toContain('edit 1')
  const grown = (process.memoryUsage().rss - before) / megabyte
  process.stderr.write(`100 readers that read nothing: ${grown.toFixed(0)} MB\n`)
  expect(grown).toBeLessThan(150)

  for (const socket of sockets) socket.destroy()
  await expect.poll(() => house.share.live.readers).toBe(1)
})
