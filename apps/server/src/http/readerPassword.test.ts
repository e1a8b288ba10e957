import { expect, it } from 'vitest'
import { openHouse } from './testing/house.ts'
import { changeLink, givePassword, listen, makeLink, read } from './testing/reader.ts'

const minute = 60_000

it('[SH7] a password opens the page by a cookie that is good for this link alone', async () => {
  let time = Date.parse('2026-04-20T04:00:00Z')
  const house = await openHouse({ now: () => time })
  const id = await house.createBoard('Payments')
  const { path, link } = await makeLink(house, id, { password: 'パスワード八文字以上' })
  const other = await makeLink(house, id, { password: 'パスワード八文字以上' })
  const given = await givePassword(house, path, 'パスワード八文字以上')
  expect([given.status, given.headers.get('location')]).toEqual([303, '?lang=en'])
  expect(given.set).toMatch(/HttpOnly/)
  expect(given.set).toMatch(/SameSite=Strict/)
  expect(given.set).toContain(`Path=${path}`)
  expect(given.set).toContain('Max-Age=43200')
  const opens = async (to: string, cookie: string) => (await read(house, to, { cookie })).status
  expect(await opens(path, given.cookie)).toBe(200)
  expect(await opens(other.path, given.cookie)).toBe(401)
  expect(
    await opens(
      path,
      given.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    ),
  ).toBe(401)
  expect(await opens(path, given.cookie.replace(/=\d/, '=9'))).toBe(401)
  expect(await opens(path, 'kintsugi_reader=9999999999.')).toBe(401)
  time += 12 * 60 * minute + 1000
  expect(await opens(path, given.cookie)).toBe(401)
  const again = await givePassword(house, path, 'パスワード八文字以上')
  expect(await opens(path, again.cookie)).toBe(200)
  await changeLink(house, id, link.id, { password: 'another password' })
  expect(await opens(path, again.cookie)).toBe(401)
  expect((await listen(house, path, { cookie: again.cookie })).status).toBe(401)
})

it('[SH8] after five wrong passwords this link is locked for this address, for five minutes', async () => {
  let time = Date.parse('2026-04-20T04:00:00Z')
  const house = await openHouse({ now: () => time })
  const id = await house.createBoard('Payments')
  const { path } = await makeLink(house, id, { password: 'the right one' })
  const other = await makeLink(house, id, { password: 'the right one' })
  const [here, elsewhere] = ['192.0.2.7', '192.0.2.8']
  const { cookie } = await givePassword(house, path, 'the right one', here)
  const statuses = []
  for (let n = 0; n < 5; n++) statuses.push(await givePassword(house, path, `guess number ${n}`, here))
  expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 429])
  expect(statuses[0]?.html).toContain('4 more tries')
  expect(statuses[3]?.html).toContain('1 more try')
  const locked = await givePassword(house, path, 'the right one', here)
  expect([locked.status, locked.cookie, locked.headers.get('retry-after')]).toEqual([429, '', '300'])
  expect(locked.html).toContain('Try again in 5 minutes')
  expect((await read(house, path, {}, here)).status).toBe(429)
  // Whoever is in stays in; others, and other links, are not touched.
  expect((await read(house, path, { cookie }, here)).status).toBe(200)
  expect((await givePassword(house, path, 'the right one', elsewhere)).status).toBe(303)
  expect((await givePassword(house, other.path, 'the right one', here)).status).toBe(303)
  time += 4 * minute
  expect((await givePassword(house, path, 'the right one', here)).status).toBe(429)
  time += minute + 1000
  expect((await givePassword(house, path, 'the right one', here)).status).toBe(303)
})

it('[SH8] guessing many at once is no way around, nor are the addresses of one IPv6 host', async () => {
  const house = await openHouse()
  const { path } = await makeLink(house, await house.createBoard('Payments'), { password: 'the right one' })
  const guesses = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => givePassword(house, path, `guess number ${n}`, `2001:db8:0:7::${n}`)),
  )
  expect(guesses.every(({ cookie }) => cookie === '')).toBe(true)
  expect((await givePassword(house, path, 'the right one', '2001:db8:0:7:ffff::1')).status).toBe(429)
  expect((await givePassword(house, path, 'the right one', '2001:db8:0:8::1')).status).toBe(303)
})
