import { describeIncident } from '@kintsugi/board'
import { boardParts, plainTextOf } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import type { BoardCard } from '@kintsugi/protocol'
import { expect, it } from 'vitest'
import { principalOf } from '../access/guests.ts'
import { alice, type House, jsonAsAlice, openHouse } from '../http/testing/house.ts'

const create = async (house: House, body: object): Promise<BoardCard> =>
  (
    await house.request('/api/boards', { method: 'POST', headers: jsonAsAlice, body: JSON.stringify(body) })
  ).json()
/** As a calendar reads it: folded lines joined, escapes undone. */
const unfolded = (text: string): string =>
  text
    .replace(/\r\n[ \t]/g, '')
    .replace(/\\n/g, '\n')
    .replace(/\\([,;\\])/g, '$1')
const fileOf = async (house: House, id: string, lang: string) => {
  const answer = await house.request(`/api/boards/${id}/invitation.ics?lang=${lang}`)
  return { answer, text: unfolded(await answer.text()) }
}

it('[PR8] a new board belongs to whoever creates it, unless they say otherwise', async () => {
  const house = await openHouse()
  const ownerOf = async ({ id }: BoardCard) => (await house.collab.snapshot(id)).incident.owner
  expect(await ownerOf(await create(house, {}))).toBe(alice.name)
  expect(await ownerOf(await create(house, { owner: '鈴木' }))).toBe('鈴木')
  expect(await ownerOf(await create(house, { owner: '' }))).toBe('')
})

it.each(['ja', 'en'] as const)(
  '[PR9] the sample is a board of its own, whole and to be changed (%s)',
  async (sample) => {
    const house = await openHouse()
    const card = await create(house, { sample })
    const example = paymentTimeout[sample]
    expect(card).toMatchObject({ title: example.incident.title, glance: { severity: 'sev1' } })
    expect(card.glance.mended).toBeCloseTo(0.75)
    const board = await house.collab.snapshot(card.id)
    expect(board.unreadable).toEqual([])
    expect(board.incident).toEqual(example.incident)
    for (const part of boardParts) expect(board[part].length).toBe(example[part].length)
    expect(board.links).toHaveLength(example.links.length)
    const other = await create(house, { sample })
    await house.collab.change(card.id, principalOf(alice), (one) => describeIncident(one, { title: 'mine' }))
    expect((await house.collab.snapshot(other.id)).incident.title).toBe(example.incident.title)
  },
)

it.each(['ja', 'en'] as const)(
  '[PR10] the invitation has time, address, summary and ground rules (%s)',
  async (lang) => {
    const house = await openHouse()
    const { id } = await create(house, { sample: lang })
    const { answer, text } = await fileOf(house, id, lang)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8; method=PUBLISH',
    ])
    const { incident } = paymentTimeout[lang]
    for (const line of [
      'BEGIN:VCALENDAR',
      'DTSTART:20260420T040000Z',
      'DTEND:20260420T053000Z',
      `UID:${id}@kintsugi`,
      `/b/${id}`,
      incident.title,
      plainTextOf(incident.summary),
      ...plainTextOf(incident.groundRules).split('\n'),
      lang === 'ja' ? '2026年4月20日 13:00 JST' : '20 April 2026, 13:00 JST',
    ])
      expect(text).toContain(line)
  },
)

it('[PR10] the usual rules go out where the team has none of its own, and what was typed breaks no line', async () => {
  const house = await openHouse()
  const { id } = await create(house, { title: 'A; B, C\\ D\r\nBEGIN:VALARM' })
  await house.collab.change(id, principalOf(alice), (board) =>
    describeIncident(board, { meetingAt: '2026-04-20T04:00:00Z' }),
  )
  const { text } = await fileOf(house, id, 'en')
  expect(text).toContain('We mend mechanisms, not people.')
  const raw = await (await house.request(`/api/boards/${id}/invitation.ics?lang=en`)).text()
  expect(raw).not.toMatch(/^BEGIN:VALARM/m)
  for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(76)
})

it('[AT26] what calendars must not hold is not in an invitation', async () => {
  const house = await openHouse()
  const { id } = await create(house, { title: 'A\u0000B\u000bC\u0085D\u2028BEGIN:VALARM' })
  await house.collab.change(id, principalOf(alice), (board) =>
    describeIncident(board, { meetingAt: '2026-04-20T04:00:00Z' }),
  )
  const raw = await (await house.request(`/api/boards/${id}/invitation.ics?lang=en`)).text()
  expect(raw).toContain('ABCDBEGIN')
  expect(raw).not.toMatch(/[^\P{Cc}\r\n]|\u2028/u)
})

it('[PR11] without a meeting time there is a clear word and no file', async () => {
  const house = await openHouse()
  const { id } = await create(house, {})
  const refused = await house.refused(`/api/boards/${id}/invitation.ics?lang=ja`)
  expect([refused.status, refused.problem.code]).toEqual([409, 'meetingTimeMissing'])
  expect(refused.message).toContain('日時')
  expect((await house.request(`/api/boards/${'x'.repeat(22)}/invitation.ics`)).status).toBe(404)
})
