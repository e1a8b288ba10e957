import { type BoardId, emptySnapshot, idFromBytes } from '@kintsugi/model'
import { expect, it, onTestFinished } from 'vitest'
import { openDrafts } from './drafts.ts'
import type { DraftOrder } from './draftWorker.ts'

const boardId: BoardId = idFromBytes(new Uint8Array(16))
const orderOf = (text: string, more: Partial<DraftOrder> = {}): DraftOrder => ({
  boardId,
  request: { text, zone: 'UTC', date: '2026-04-20', fileName: 'talk.txt' },
  existing: emptySnapshot(),
  preview: false,
  ...more,
})
const short = '2026-04-20T10:00:00Z it began\n2026-04-20T10:01:00Z it went on'
const linesOf = (count: number): string =>
  Array.from({ length: count }, (_, n) => `2026-04-20T10:00:00Z line ${n}`).join('\n')
const long = linesOf(20_000)
const anybody = new AbortController().signal

function open(limits: Parameters<typeof openDrafts>[0] = {}) {
  const drafts = openDrafts(limits)
  onTestFinished(() => drafts.close())
  const read = (order: DraftOrder, signal = anybody) => drafts.read(async () => order, signal)
  return { drafts, read }
}
const draft = expect.objectContaining({ batch: expect.any(String), problems: [] })

it('[AT30] while a long text is read, others have the event loop', async () => {
  const { read } = open()
  await read(orderOf(short))
  let [turns, isRead] = [0, false]
  const reading = read(orderOf(linesOf(9000), { preview: true })).finally(() => {
    isRead = true
  })
  while (!isRead) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    turns += 1
  }
  // On the event loop it would be one or two.
  expect(turns).toBeGreaterThan(20)
  const found = await reading
  const { snapshot, format } = JSON.parse(
    new TextDecoder().decode(found && 'body' in found ? found.body : undefined),
  )
  expect([format, snapshot.timeline.length]).toEqual(['logLines', 9000])
})

it('[AT30] more than a board holds is refused where it is read', async () => {
  const { read } = open()
  for (const preview of [true, false])
    expect(await read(orderOf(long, { preview }))).toMatchObject({
      problem: { code: 'itemLimit', args: { total: 20_000 } },
    })
})

it('[AT30] what nobody waits for any more is not read', async () => {
  const { drafts, read } = open()
  const gone = new AbortController()
  const first = read(orderOf(short))
  let asked = false
  const second = drafts.read(async () => {
    asked = true
    return orderOf(short)
  }, gone.signal)
  gone.abort()
  expect(await Promise.all([first, second])).toEqual([{ draft }, null])
  expect(asked).toBe(false)
})

it.each([
  ['time', { patienceMs: 0 }],
  ['memory', { memoryMB: 8 }],
])(
  '[AT31] a text that takes too much %s is a problem of its own, and ends nobody else',
  async (_, limits) => {
    const { read } = open(limits)
    expect(await read(orderOf(long))).toMatchObject({ problem: { code: 'importTooHeavy' } })
    expect(await open().read(orderOf(short))).toEqual({ draft })
  },
)

it('[AT31] after a reader that failed the next text has a new one', async () => {
  const { read } = open()
  const broken = orderOf(short, { existing: null as never, preview: true })
  await expect(read(broken)).rejects.toThrow('null')
  expect(await read(orderOf(short))).toEqual({ draft })
})

it('[AT31] going down does not wait for a text', async () => {
  const { drafts, read } = open()
  const reading = read(orderOf(long))
  const ended = expect(reading).rejects.toThrow()
  await new Promise((resolve) => setTimeout(resolve, 50))
  await drafts.close()
  await ended
})
