import { addTimelineEntry, describeIncident } from '@kintsugi/board'
import { emptySnapshot, richTextOf } from '@kintsugi/model'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { principalOf, serverPrincipal } from '../access/guests.ts'
import { alice, asAlice, type House, newId, openHouse } from '../http/testing/house.ts'
import { gather } from '../rounds/testing/gather.ts'
import { hashOf, readRevision, sealRevision } from './document.ts'
import { openRevisions } from './revisions.ts'

const post = { method: 'POST', headers: asAlice }
const finalize = (house: House, id: string) => house.request(`/api/boards/${id}/finalize`, post)
const retitle = (house: House, id: string, title: string) =>
  house.collab.change(id, principalOf(alice), (board) => describeIncident(board, { title }))

it('[RV1] seals RFC 8785 bytes: sorted keys, no spaces, one hash whatever order the values came in', () => {
  const facts = {
    format: 'kintsugi.revision/1' as const,
    boardId: 'A'.repeat(22),
    number: 1,
    previousHash: null,
    finalizedAt: '2026-04-20T04:00:00Z',
    finalizedBy: 'アリス',
  }
  const snapshot = emptySnapshot()
  const { bytes, hash } = sealRevision({ ...facts, snapshot })
  const reordered = sealRevision({
    snapshot,
    ...Object.fromEntries(Object.entries(facts).reverse()),
  } as never)
  expect(reordered.hash).toBe(hash)
  expect(hash).toBe(hashOf(bytes))
  const text = new TextDecoder().decode(bytes)
  expect(text).toMatch(
    /^\{"boardId":"A+","finalizedAt":"2026-04-20T04:00:00Z","finalizedBy":"アリス","format":/,
  )
  expect(readRevision(bytes)).toEqual({ ...facts, snapshot })
})

it('[RV1] seals a board that holds half a surrogate pair', () => {
  const snapshot = emptySnapshot()
  snapshot.incident.title = 'broken \ud83d emoji'
  const { bytes } = sealRevision({
    format: 'kintsugi.revision/1',
    boardId: 'A'.repeat(22),
    number: 1,
    previousHash: null,
    finalizedAt: '2026-04-20T04:00:00Z',
    finalizedBy: 'x',
    snapshot,
  })
  expect(readRevision(bytes)).toMatchObject({ snapshot: { incident: { title: 'broken \ufffd emoji' } } })
})

it('[RV2] finalizes once, refuses writes, and reopens into a next revision that names the hash of the one before', async () => {
  const house = await openHouse()
  const id = await house.createBoard('第一版')
  const first = await (await finalize(house, id)).json()
  expect(first).toMatchObject({
    boardId: id,
    number: 1,
    title: '第一版',
    previousHash: null,
    finalizedBy: 'アリス',
  })
  expect(await house.refused(`/api/boards/${id}/finalize`, post)).toMatchObject({
    status: 409,
    problem: { code: 'boardFinal' },
  })
  await expect(retitle(house, id, '第二版')).rejects.toMatchObject({ problem: { code: 'boardFinal' } })

  expect((await house.request(`/api/boards/${id}/reopen`, post)).status).toBe(204)
  expect(await house.refused(`/api/boards/${id}/reopen`, post)).toMatchObject({
    status: 409,
    problem: { code: 'boardNotFinal' },
  })
  await retitle(house, id, '第二版')
  const second = await (await finalize(house, id)).json()
  expect(second).toMatchObject({ number: 2, title: '第二版', previousHash: first.hash })

  const { latest, revisions } = await (await house.request(`/api/postmortems/${id}`)).json()
  expect(latest).toEqual(second)
  expect(revisions).toEqual([second, first])
  expect(await (await house.request('/api/postmortems')).json()).toEqual([second])
  expect(await (await house.request('/api/boards')).json()).toMatchObject([
    { id, state: 'final', revision: 2 },
  ])
})

it('[RV3] refuses to finalize an empty board, which then is as it was', async () => {
  const house = await openHouse()
  const id = await house.createBoard('')
  expect(await house.refused(`/api/boards/${id}/finalize`, post)).toMatchObject({
    status: 409,
    problem: { code: 'boardEmpty' },
  })
  await house.collab.change(id, principalOf(alice), (board) =>
    addTimelineEntry(board, { at: '2026-04-18T12:47:00Z', text: richTextOf('最初のアラート') }),
  )
  expect((await finalize(house, id)).status).toBe(201)
})

it('[RV4] sends the stored bytes exactly, and their hash as the ETag', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const { hash } = await (await finalize(house, id)).json()
  const path = `/api/postmortems/${id}/revisions/1`
  const response = await house.request(path, { headers: { 'Accept-Encoding': 'gzip' } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect(hashOf(bytes)).toBe(hash)
  expect(response.headers.get('etag')).toBe(`"${hash}"`)
  expect(response.headers.get('content-encoding')).toBeNull()
  expect((await house.request(path, { headers: { 'If-None-Match': `"${hash}"` } })).status).toBe(304)
  for (const n of ['2', '0', '-1', 'x', '1e99'])
    expect([n, await house.refused(`/api/postmortems/${id}/revisions/${n}`)]).toMatchObject([
      n,
      { status: 404, problem: { code: 'revisionUnknown' } },
    ])
  expect(await house.refused(`/api/postmortems/${newId()}`)).toMatchObject({
    status: 404,
    problem: { code: 'postmortemUnknown' },
  })
})

it('[RV5] finds a single changed byte, wherever it is', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const { hash } = await (await finalize(house, id)).json()
  const verify = async () => (await house.request(`/api/postmortems/${id}/revisions/1/verify`)).json()
  expect(await verify()).toEqual({ valid: true, storedHash: hash, computedHash: hash })
  const { db } = house.storage
  await sql`drop trigger revisions_refuse_update`.execute(db)
  const { bytes } = await db.selectFrom('revisions').select('bytes').executeTakeFirstOrThrow()
  for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    await db.updateTable('revisions').set({ bytes: changed }).execute()
    expect(await verify()).toEqual({ valid: false, storedHash: hash, computedHash: hashOf(changed) })
  }
})

it('[RV6] lets the database refuse UPDATE, DELETE and REPLACE of a revision', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  await finalize(house, id)
  const { db } = house.storage
  const row = await db.selectFrom('revisions').selectAll().executeTakeFirstOrThrow()
  await expect(db.updateTable('revisions').set({ title: 'x' }).execute()).rejects.toThrow('immutable')
  await expect(db.deleteFrom('revisions').execute()).rejects.toThrow('immutable')
  await expect(db.replaceInto('revisions').values(row).execute()).rejects.toThrow('immutable')
  expect(await db.selectFrom('revisions').selectAll().execute()).toEqual([row])
})

it('[RV7] tells a disk that does not take the revision; the board stays open', async () => {
  const house = await openHouse()
  const id = await house.createBoard()
  const { db } = house.storage
  await house.collab.change(id, principalOf(alice), (board) => {
    for (let i = 0; i < 200; i += 1) addTimelineEntry(board, { text: richTextOf('y'.repeat(400)) })
  })
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql`pragma max_page_count = ${sql.raw(String(pages.rows[0]?.page_count))}`.execute(db)
  expect(await house.refused(`/api/boards/${id}/finalize`, post)).toMatchObject({
    status: 503,
    problem: { code: 'storageUnavailable' },
  })
  await sql`pragma max_page_count = 1000000`.execute(db)
  expect(await house.revisions.of(id)).toEqual([])
  expect((await finalize(house, id)).status).toBe(201)
})

it('[RV8] while a board is finalized, rounds of other boards go on', async () => {
  const table = await gather(['Kim', '佐藤', 'Lee'])
  const { storage, collab, rounds } = table
  const revisions = openRevisions({ collab, storage, now: Date.now, rounds })
  for (let n = 0; n < 12; n++) {
    const board = newId()
    await collab.create(board, { title: 'Another board' })
    await table.opened({ mode: 'signed' })
    const add = () =>
      collab
        .change(board, serverPrincipal, (copy) => addTimelineEntry(copy, { text: richTextOf('x') }))
        .catch((error: unknown) => expect(error).toMatchObject({ problem: { code: 'boardFinal' } }))
    // Both wait for what is being stored, and go on in the same moment.
    const [, , , revision] = await Promise.all([
      add(),
      table.act('reveal'),
      table.act('end'),
      finalizedLate(),
    ])
    expect([revision.number, table.rounds.of(table.boardId)]).toEqual([1, null])

    async function finalizedLate() {
      for (let turn = 0; turn < n; turn++) await null
      return revisions.finalize(board, 'Kim')
    }
  }
})
