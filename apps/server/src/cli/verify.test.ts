import { expect, it } from 'vitest'
import { asAlice, openHouse } from '../http/testing/house.ts'
import { verifyRevision } from './verify.ts'

async function finalized() {
  const house = await openHouse()
  const id = await house.createBoard()
  const card = await (
    await house.request(`/api/boards/${id}/finalize`, { method: 'POST', headers: asAlice })
  ).json()
  const fetcher: typeof fetch = (input, init) => house.request(new URL(String(input)).pathname, init)
  return { id, card, house, fetcher }
}

it('[CLI4] verifies an address, of the bytes or of the page, and says whose word the hash is', async () => {
  const { id, card, fetcher } = await finalized()
  for (const path of [`api/postmortems/${id}/revisions/1`, `p/${id}/1`]) {
    const url = `http://localhost:4747/${path}`
    expect(await verifyRevision(url, undefined, fetcher)).toMatchObject({
      valid: true,
      computedHash: card.hash,
      selfAttested: true,
    })
    expect(await verifyRevision(url, card.hash, fetcher)).toMatchObject({ valid: true, selfAttested: false })
    expect(await verifyRevision(url, 'c'.repeat(64), fetcher)).toMatchObject({ valid: false })
  }
})

it('[CLI4] takes the address that is copied after finalizing, and the hash as it is shown there', async () => {
  const { id, card, house, fetcher } = await finalized()
  const page = `http://localhost:4747/p/${id}?lang=ja`
  const shown = card.hash.replace(/(.{8})(?=.)/g, '$1 ')
  expect(await verifyRevision(page, shown, fetcher)).toMatchObject({ valid: true, selfAttested: false })
  expect(await verifyRevision(page, undefined, fetcher)).toMatchObject({ valid: true, selfAttested: true })
  expect(await verifyRevision(page, 'c'.repeat(64), fetcher)).toMatchObject({ valid: false })
  for (const step of ['reopen', 'finalize'])
    await house.request(`/api/boards/${id}/${step}`, { method: 'POST', headers: asAlice })
  // The page shows the second by now; the hash says that the first is meant.
  expect(await verifyRevision(page, card.hash, fetcher)).toMatchObject({
    valid: true,
    revision: { number: 1 },
  })
  expect(await verifyRevision(page, undefined, fetcher)).toMatchObject({
    valid: true,
    revision: { number: 2 },
  })
})

it('[CLI4] tells an address that does not answer, or answers something else', async () => {
  const { id, card, fetcher } = await finalized()
  expect(await verifyRevision(`http://localhost/p/${id}/9`, card.hash, fetcher)).toMatchObject({
    failure: { code: 'urlUnreachable', args: { reason: 'HTTP 404' } },
  })
  expect(await verifyRevision('http://127.0.0.1:9/p/x/1', card.hash)).toMatchObject({
    failure: { code: 'urlUnreachable' },
  })
  expect(await verifyRevision(`http://localhost/p/${id.slice(1)}x`, card.hash, fetcher)).toMatchObject({
    failure: { code: 'urlUnreachable', args: { reason: 'HTTP 404' } },
  })
  const endless: typeof fetch = async () =>
    new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(5_000_000)) }))
  expect(await verifyRevision('http://localhost/p/x/1', card.hash, endless)).toMatchObject({
    failure: { code: 'fileTooBig' },
  })
})
