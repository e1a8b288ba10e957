import { expect, it } from 'vitest'
import { streamLimits } from '../share/streams.ts'
import { openHouse } from './testing/house.ts'
import { givePassword, listen, makeLink, read, revokeLink } from './testing/reader.ts'

const here = '192.0.2.7'

it('[AT20] a password whose body is held back is not checked once the link is locked', async () => {
  const house = await openHouse()
  const { path } = await makeLink(house, await house.createBoard(), { password: 'the right one' })
  const body = 'password=the+right+one'
  let begin = (): void => {}
  const held = new ReadableStream<Uint8Array>({
    start(controller) {
      begin = () => {
        controller.enqueue(new TextEncoder().encode(body))
        controller.close()
      }
    },
  })
  const init = {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': String(body.length),
    },
    body: held,
    duplex: 'half',
  }
  const waiting = house.request(path, init, here)
  for (let n = 0; n < 5; n++) await givePassword(house, path, `guess number ${n}`, here)
  begin()
  const answer = await waiting
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([429, null])
})

it('[AT21] HEAD takes no place among the listeners', async () => {
  const house = await openHouse()
  const { path } = await makeLink(house, await house.createBoard())
  for (let n = 0; n < 60; n++) {
    const { status } = await house.request(`${path}/events`, { method: 'HEAD' }, here)
    expect(status).toBe(200)
  }
  expect(house.share.live.readers).toBe(0)
  const stream = await listen(house, path, {}, here)
  expect(stream.status).toBe(200)
  await stream.leave()
})

it('[AT21] those who ask at the same time are counted before the first is answered', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const { path } = await makeLink(house, id)
  const snapshot = house.collab.snapshot.bind(house.collab)
  house.collab.snapshot = async (boardId) => {
    await new Promise((resolve) => setTimeout(resolve, 200))
    return snapshot(boardId)
  }
  const streams = await Promise.all(Array.from({ length: 80 }, () => listen(house, path, {}, here)))
  expect(streams.filter(({ status }) => status === 200)).toHaveLength(streamLimits.perAddress)
  await Promise.all(streams.map((stream) => stream.leave()))
})

it('[AT22] a link that is revoked while its page or its first event is made gives neither', async () => {
  const house = await openHouse()
  const id = await house.createBoard('Payments')
  const { path, link } = await makeLink(house, id)
  const snapshot = house.collab.snapshot.bind(house.collab)
  let go = (): void => {}
  const going = new Promise<void>((resolve) => {
    go = resolve
  })
  house.collab.snapshot = async (boardId) => {
    await going
    return snapshot(boardId)
  }
  const page = read(house, path)
  const following = listen(house, path)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await revokeLink(house, id, link.id)
  go()
  const { status, html } = await page
  expect([status, html.includes('Payments')]).toEqual([410, false])
  const stream = await following
  await expect.poll(() => stream.isOver()).toBe(true)
  expect(house.share.live.readers).toBe(0)
})

it('[AT25] a form that is none is no bug: the password is asked again', async () => {
  const house = await openHouse()
  const { path } = await makeLink(house, await house.createBoard(), { password: 'the right one' })
  for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data', 'text/plain']) {
    const answer = await house.request(path, {
      method: 'POST',
      headers: { 'Content-Type': type, 'Accept-Language': 'en' },
      body: 'garbage',
    })
    expect([type, answer.status, (await answer.text()).includes('<form')]).toEqual([type, 401, true])
  }
  expect(house.reported).toEqual([])
})
