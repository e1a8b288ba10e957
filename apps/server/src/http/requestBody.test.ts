import { createServer, request as httpRequest } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { limits } from '@kintsugi/model'
import { expect, it, onTestFinished } from 'vitest'
import { type House, jsonAsAlice, openHouse } from './testing/house.ts'

/** Over a real socket: what is refused early must also arrive at whoever is still sending. */
async function openPort(house: House): Promise<{ origin: string; bytesRead: () => number }> {
  const sockets = new Set<Socket>()
  const server = createServer(getRequestListener(house.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  server.on('connection', (socket) => sockets.add(socket))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytesRead: () => [...sockets].reduce((sum, { bytesRead }) => sum + bytesRead, 0),
  }
}

it('[HT11] refuses a 50 MB paste without taking it in, names the limit, and goes on', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const { origin, bytesRead } = await openPort(house)
  const body = JSON.stringify({ text: 'x'.repeat(50_000_000) })
  for (const path of ['import', 'import/preview']) {
    const response = await fetch(`${origin}/api/boards/${id}/${path}`, {
      method: 'POST',
      headers: jsonAsAlice,
      body,
    })
    expect([path, response.status, await response.json()]).toEqual([
      path,
      413,
      {
        problem: { code: 'importTooBig', args: { limitMB: 10 }, line: null },
        message: expect.stringContaining('10 MB'),
      },
    ])
  }
  expect(bytesRead()).toBeLessThan(10_000_000)
  expect((await fetch(`${origin}/api/boards`)).status).toBe(200)
})

it('[HT11] counts what comes without a length', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const { origin } = await openPort(house)
  const status = await new Promise((resolve, reject) => {
    const request = httpRequest(`${origin}/api/boards/${id}/import`, { method: 'POST', headers: jsonAsAlice })
    request.on('response', (response) => resolve(response.statusCode))
    request.on('error', reject)
    const chunk = 'x'.repeat(1_000_000)
    let sent = 0
    const send = (): void => {
      sent += 1
      if (sent > 60) request.end()
      else request.write(chunk, () => setImmediate(send))
    }
    send()
  })
  expect(status).toBe(413)
})

it('[HT11] counts the text itself, in bytes', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const text = '鯖'.repeat(limits.importBytes / 3 + 1)
  const body = JSON.stringify({ text })
  const answer = await house.refused(`/api/boards/${id}/import`, {
    method: 'POST',
    headers: jsonAsAlice,
    body,
  })
  expect(answer).toMatchObject({ status: 413, problem: { code: 'importTooBig', args: { limitMB: 10 } } })
})

it('[HT11] lets no other route take more than it needs', async () => {
  const house = await openHouse()
  const body = JSON.stringify({ title: 'x'.repeat(100_000) })
  expect(await house.refused('/api/boards', { method: 'POST', headers: jsonAsAlice, body })).toMatchObject({
    status: 413,
    problem: { code: 'bodyTooBig' },
  })
})

it('[AT29] bodies held back are taken up to a limit, give their room back, and are no bug when they end', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const { origin, bytesRead } = await openPort(house)
  const head = Object.entries(jsonAsAlice).map(([name, value]) => `${name}: ${value}\r\n`)
  const sockets = Array.from({ length: 8 }, () => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`POST /api/boards/${id}/import HTTP/1.1\r\nHost: localhost\r\n${head.join('')}`)
    socket.write(`Content-Length: ${limits.importBytes * 1.5}\r\n\r\n{"text":"`)
    return socket
  })
  await expect.poll(bytesRead).toBeGreaterThan(8 * 200)
  const send = async () => {
    const body = JSON.stringify({ text: '', zone: 'UTC', date: '2026-04-20' })
    const init = { method: 'POST', headers: jsonAsAlice, body }
    return (await fetch(`${origin}/api/boards/${id}/import`, init)).status
  }
  await expect.poll(send).toBe(503)
  for (const socket of sockets) socket.destroy()
  await expect.poll(send).toBe(422)
  expect(house.reported).toEqual([])
})
