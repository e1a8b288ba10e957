import { randomBytes } from 'node:crypto'
import { blindTokens, finishTokens, makeEditKeys, padded, sealOf, signChange } from '@kintsugi/anonymity'
import { plainTextOf } from '@kintsugi/model'
import { anonymousBytes, type LiveRound, type Meeting, type Token } from '@kintsugi/protocol'
import { expect, it } from 'vitest'
import { principalOf } from '../access/guests.ts'
import { Table } from '../collab/testing/table.ts'
import { newDeviceKey, Wire } from '../collab/testing/wire.ts'

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count))

/** Somebody with a browser: a socket, whose bytes are kept, and a guest's header. */
class Browser {
  readonly guest: { name: string; deviceKey: string }
  readonly principal: string
  readonly frames: Buffer[] = []
  wire: Wire | undefined
  readonly #table: Table
  readonly #board: string

  constructor(table: Table, board: string, name: string) {
    this.guest = { name, deviceKey: newDeviceKey() }
    this.principal = principalOf(this.guest).id
    this.#table = table
    this.#board = board
  }

  async come(): Promise<this> {
    this.wire = await Wire.join(this.#table.url, this.#board, this.guest)
    this.wire.socket.on('message', (data) => this.frames.push(data as Buffer))
    return this
  }

  async ask(method: string, path: string, body?: object): Promise<{ status: number; body: never }> {
    const answer = await fetch(`${this.#table.url}/api/boards/${this.#board}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'X-Kintsugi-Guest': Buffer.from(JSON.stringify(this.guest)).toString('base64url'),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as never }
  }

  async tokens({ id, tokens, tokenKey }: LiveRound): Promise<Token[]> {
    const pending = blindTokens(tokens, random)
    const blinded = pending.map(({ blinded: element }) => element)
    const { status, body } = await this.ask('POST', `/rounds/${id}/tokens`, { deal: 1, blinded })
    if (status !== 200) return []
    const finished = finishTokens(pending, body, tokenKey)
    if ('problem' in finished) throw new Error(finished.problem.code)
    return finished
  }
}

async function postAnonymously(url: string, what: string, value: object): Promise<string> {
  const body = padded(value, anonymousBytes)
  if ('problem' in body) throw new Error(body.problem.code)
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/anonymous/${what}`, { method: 'POST', headers, body })
  const said: { taken?: true; problem?: { code: string } } = await answer.json()
  return said.taken ? 'taken' : (said.problem?.code ?? '')
}

async function meet(
  names: readonly string[],
  before: (people: Browser[]) => Promise<unknown> = async () => [],
) {
  const table = await Table.open()
  const board = await table.board()
  const people = await Promise.all(names.map((name) => new Browser(table, board, name).come()))
  const [kim] = people
  if (kim === undefined) throw new Error('nobody came')
  await kim.ask('PUT', '/meeting', { role: { role: 'facilitator', to: 'me' } })
  await before(people)
  const members = people.map(({ principal }) => principal)
  const opened = await kim.ask('POST', '/rounds', { kind: 'writing', members })
  expect(opened.status).toBe(201)
  const { round } = opened.body as { round: LiveRound }
  const write = async (token: Token | undefined, text: string) => {
    const { secretKey, editKey } = makeEditKeys(random)
    const note = { column: 'problem', text, editKey } as const
    const said = await postAnonymously(table.url, `${board}/${round.id}/notes`, {
      ...note,
      token: token ?? { input: 'a'.repeat(43), output: 'b'.repeat(86) },
    })
    const seal = sealOf({ round: round.id, ...note })
    const change = (serial: number, words: string | null) =>
      postAnonymously(table.url, `${board}/${round.id}/changes`, {
        ...{ seal, serial, text: words },
        signature: signChange(secretKey, { round: round.id, seal, serial, text: words }),
      })
    return { said, change }
  }
  const act = (given: object) => kim.ask('POST', `/rounds/${round.id}/acts`, given)
  return { table, board, people, kim, round, write, act }
}

it('[RN16] before the reveal a note is in nothing that anybody is sent, and in no row of the board', async () => {
  const { table, board, people, kim, round, write, act } = await meet(['Kim', '佐藤', 'Lee'])
  const words = ['escalating felt unwelcome', '夜中の判断を一人に任せていた', 'the runbook was a guess']
  const link = await kim.ask('POST', '/links', { scope: 'live', name: '', expiresInDays: 1 })
  expect(link.status).toBe(201)
  for (const [index, person] of people.entries()) {
    const [token, other] = await person.tokens(round)
    expect((await write(token, words[index] ?? '')).said).toBe('taken')
    const signed = { token: other, column: 'try', text: `signed ${words[index]}` }
    expect((await person.ask('POST', `/rounds/${round.id}/notes`, signed)).status).toBe(204)
  }
  await kim.ask('PUT', '/meeting', { hand: true })
  await kim.ask('POST', `/rounds/${round.id}/acts`, { act: 'deal' })
  const late = await new Browser(table, board, 'Late').come()

  const texts = async (): Promise<string[]> => {
    const formats = ['json', 'markdown', 'html', 'reportHtml']
    const paths = ['', '/meeting', ...formats.map((format) => `/export/${format}`)]
    const pages = paths.map((path) => `${table.url}/api/boards/${board}${path}`)
    const reading = `${table.url}${new URL((link.body as { url: string }).url, table.url).pathname}`
    return Promise.all([...pages, reading].map(async (page) => (await fetch(page)).text()))
  }
  const rows = async (): Promise<Buffer[]> => {
    const { db } = table.storage
    const tables = [
      db.selectFrom('updates').select('bytes').execute(),
      db.selectFrom('checkpoints').select('bytes').execute(),
      db.selectFrom('archive').select('bytes').execute(),
    ]
    return (await Promise.all(tables)).flat().map(({ bytes }) => Buffer.from(bytes))
  }
  const everything = async (): Promise<Buffer> => {
    const frames = [...people, late].flatMap((person) => person.frames)
    return Buffer.concat([...frames, ...(await texts()).map((text) => Buffer.from(text)), ...(await rows())])
  }
  const found = async (): Promise<boolean[]> => {
    const all = await everything()
    return words.map((text) => all.includes(text))
  }
  expect(await found()).toEqual([false, false, false])
  expect((await act({ act: 'reveal' })).status).toBe(200)
  await late.wire?.until(() => late.frames.some((frame) => frame.includes(words[0] ?? '')))
  expect(await found()).toEqual([true, true, true])
  await table.close()
})

it('[RN2] whoever loads the page again at this very moment is in, under their name', async () => {
  const { table, round } = await meet(['Kim', '佐藤', 'Lee'], async ([, sato]) => sato?.wire?.leave())
  expect(round.members.map(({ name }) => name).toSorted()).toEqual(['Kim', 'Lee', '佐藤'])
  await table.close()
})

it('[RN17] who is not in the round has neither tokens nor a post, until they are let in', async () => {
  const { table, board, round, write, act } = await meet(['Kim', '佐藤', 'Lee'])
  const late = await new Browser(table, board, 'Late').come()
  expect(await late.tokens(round)).toEqual([])
  expect((await late.ask('GET', `/rounds/${round.id}/notes`)).body).toEqual([])
  expect((await write(undefined, 'x')).said).toBe('tokenInvalid')
  expect((await late.ask('POST', `/rounds/${round.id}/acts`, { act: 'reveal' })).status).toBe(403)
  expect((await act({ act: 'admit', principal: late.principal })).status).toBe(200)
  const [token] = await late.tokens(round)
  expect((await write(token, 'x')).said).toBe('taken')
  await late.wire?.until(() => late.wire?.told.some((frame) => frame.type === 'meeting') === true)
  const frames = late.wire?.told.flatMap((frame): Meeting[] =>
    frame.type === 'meeting' ? [frame.meeting] : [],
  )
  expect(frames?.at(-1)?.round).toMatchObject({ id: round.id, count: 0, state: 'open' })
  expect(frames?.at(-1)?.round?.members.map(({ name }) => name)).toContain('Late')
  await table.close()
})

it('[RN17] while notes are hidden the board is not finalized; what waited is in the revision, and the rest waits on', async () => {
  const { table, board, people, kim, round, write, act } = await meet(['Kim', '佐藤', 'Lee'])
  const tokens = await Promise.all(people.map((person) => person.tokens(round)))
  const [first, second] = [await write(tokens[0]?.[0], 'one'), await write(tokens[1]?.[0], 'two')]
  const refused = await kim.ask('POST', '/finalize')
  expect([refused.status, (refused.body as { problem: { code: string } }).problem.code]).toEqual([
    409,
    'roundOpen',
  ])
  expect(await table.app.collab.state(board)).toBe('live')
  await act({ act: 'reveal' })
  expect(await first.change(1, 'changed')).toBe('taken')
  expect((await kim.ask('POST', '/finalize')).status).toBe(201)
  const words = async () =>
    (await table.app.collab.snapshot(board)).kptNotes.map(({ text }) => plainTextOf(text)).toSorted()
  expect(await words()).toEqual(['changed', 'two'])
  expect((await write(tokens[2]?.[0], 'three')).said).toBe('roundOver')
  expect(await second.change(1, null)).toBe('taken')
  expect(await words()).toEqual(['changed', 'two'])
  expect((await kim.ask('POST', '/rounds', { kind: 'writing', members: [] })).status).toBe(409)
  expect((await kim.ask('POST', '/reopen')).status).toBe(204)
  expect(await words()).toEqual(['changed'])
  await table.close()
})

it('[RN9] what waits comes with the team’s next step, and not with the same one said again', async () => {
  const { table, board, people, kim, round, write, act } = await meet(['Kim', '佐藤', 'Lee'])
  const [token] = (await people[1]?.tokens(round)) ?? []
  const note = await write(token, 'one')
  await act({ act: 'reveal' })
  expect(await note.change(1, 'changed')).toBe('taken')
  const words = async () =>
    (await table.app.collab.snapshot(board)).kptNotes.map(({ text }) => plainTextOf(text))
  expect((await kim.ask('PUT', '/meeting', { step: 'kpt' })).status).toBe(200)
  expect(await words()).toEqual(['one'])
  expect((await kim.ask('PUT', '/meeting', { step: 'causes' })).status).toBe(200)
  expect(await words()).toEqual(['changed'])
  await table.close()
})
