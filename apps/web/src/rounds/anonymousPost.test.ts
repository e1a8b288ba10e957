import { type AnonymousNote, anonymousBytes, anonymousTextBytes } from '@kintsugi/protocol'
import { expect, it, vi } from 'vitest'
import { paddedBody, postAnonymously } from './anonymousPost.ts'

const place = { boardId: 'b'.repeat(22), roundId: 'r'.repeat(22) }
const note = (text: string): AnonymousNote => ({
  token: { input: 'i'.repeat(43), output: 'o'.repeat(86) },
  column: 'try',
  text,
  editKey: 'k'.repeat(43),
})
const answer = (status: number, body: unknown) =>
  vi.fn<typeof fetch>(async () => new Response(JSON.stringify(body), { status }))

it('[RW3] an anonymous post says nothing of who sends it, and all have one size', async () => {
  const fetching = answer(200, { taken: true })
  const texts = ['a', '復旧手順が古かった', 'x'.repeat(anonymousTextBytes), '"\n'.repeat(2000)]
  for (const text of texts) await postAnonymously(place, 'notes', note(text), fetching)
  for (const [i, [url, init]] of fetching.mock.calls.entries()) {
    expect(url).toBe(`/api/anonymous/${place.boardId}/${place.roundId}/notes`)
    expect(init).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      keepalive: true,
    })
    expect(Object.keys(init?.headers ?? {})).toEqual(['accept', 'content-type'])
    const body = init?.body as Uint8Array
    expect(body).toHaveLength(anonymousBytes)
    expect(JSON.parse(new TextDecoder().decode(body))).toEqual(note(texts[i] ?? ''))
  }
})

it('[RW3] what does not fit is refused before anything leaves', async () => {
  const fetching = answer(200, { taken: true })
  const huge = postAnonymously(place, 'notes', note('x'.repeat(anonymousBytes)), fetching)
  await expect(huge).rejects.toMatchObject({ problem: { code: 'noteTooLong' } })
  expect(fetching).not.toHaveBeenCalled()
  expect(() => paddedBody('x'.repeat(anonymousBytes))).toThrow()
})

it('[RW3] a refusal is the server’s own; without an answer nothing is known', async () => {
  const problem = { code: 'roundOver', args: {}, line: null }
  const refused = postAnonymously(place, 'notes', note('a'), answer(409, { problem, message: '' }))
  await expect(refused).rejects.toMatchObject({ problem, status: 409 })
  const lost = vi.fn<typeof fetch>(async () => {
    throw new TypeError('Failed to fetch')
  })
  await expect(postAnonymously(place, 'notes', note('a'), lost)).rejects.toMatchObject({
    problem: { code: 'serverUnreachable' },
    status: null,
  })
  await expect(postAnonymously(place, 'notes', note('a'), answer(200, {}))).rejects.toMatchObject({
    problem: { code: 'answerUnreadable' },
  })
})
