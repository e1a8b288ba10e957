import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BoardSnapshot } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dropOnBoard, exported, ownDocument, takeIn, wordsOf } from './bringing.ts'
import { openStage, type Stage } from './stage.ts'
import { boardIdOf, boardOf, guestHeaderOf, onBoard, untilSave } from './steps.ts'

const cli = join(import.meta.dirname, '..', '..', 'apps', 'server', 'dist', 'cli.js')

/** What leaves by one door comes in by another, and is the same. */
describe('the sample, out and in again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kintsugi-round-'))
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(async () => {
    await stage?.close()
    rmSync(folder, { recursive: true })
  })
  const kintsugi = async (...args: string[]): Promise<string> => {
    const env = { ...process.env, KINTSUGI_URL: stage.server.url, KINTSUGI_NAME: 'Automation' }
    return (await promisify(execFile)(process.execPath, [cli, ...args], { env })).stdout
  }
  const rest = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${stage.server.url}/api${path}`, {
      method: 'POST',
      headers: { ...guestHeaderOf('Automation'), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(201)
    return answer.json()
  }
  const exportOf = async (id: unknown): Promise<string> =>
    (await fetch(`${stage.server.url}/api/boards/${id}/export/json`)).text()

  /** Apart: the board's own id, the import's batch, where an entry came from; links and free notes have no order. */
  function comparable(text: string): unknown {
    const { boardId, ...board } = JSON.parse(text, (key, value) =>
      key === 'batch' || key === 'source' ? undefined : value,
    )
    expect(boardId).toMatch(/^[\w-]{22}$/)
    const sorted = (things: object[]): string[] => things.map((one) => JSON.stringify(one)).toSorted()
    return { ...board, links: sorted(board.links), freeNotes: sorted(board.freeNotes) }
  }

  test.each(['ja', 'en'] as const)('JSON by REST → board → JSON is equal (%s)', async (language) => {
    const { id } = await rest('/boards', { sample: language })
    const text = await exportOf(id)
    // The first step is no empty one: what came out is the sample.
    expect(comparable(text)).toEqual(comparable(JSON.stringify(paymentTimeout[language])))
    const { owner } = JSON.parse(text).incident
    const other = await rest('/boards', { timeZone: 'Asia/Tokyo', owner })
    expect(other.id).not.toBe(id)
    expect(await rest(`/boards/${other.id}/import`, { text, fileName: 'board.json' })).toMatchObject({
      duplicates: 0,
      problems: [],
    })
    expect(comparable(await exportOf(other.id))).toEqual(comparable(text))
  })

  test.each(['ja', 'en'] as const)(
    'JSON by the command line → board → JSON is equal (%s)',
    async (language) => {
      const { id } = await rest('/boards', { sample: language })
      const file = join(folder, `${language}.json`)
      await kintsugi('export', String(id), '--format', 'json', '--out', file)
      const { boardId } = JSON.parse(await kintsugi('import', file, '--new', '--json'))
      expect(boardId).not.toBe(id)
      const again = join(folder, `${language}-again.json`)
      await kintsugi('export', boardId, '--format', 'json', '--out', again)
      expect(comparable(readFileSync(again, 'utf8'))).toEqual(comparable(readFileSync(file, 'utf8')))
      // One word less in the file is noticed.
      const changed = readFileSync(file, 'utf8').replace(/"text": ".\S*/, '"text": "')
      writeFileSync(again, changed)
      expect(comparable(changed)).not.toEqual(comparable(readFileSync(file, 'utf8')))
    },
  )

  /** What a timeline says, without the ids and origins that an import gives anew. */
  const timelineOf = ({ timeline }: BoardSnapshot) =>
    timeline.map((entry) => ({
      at: entry.at,
      until: entry.until,
      approx: entry.approx,
      kind: entry.kind,
      milestone: entry.milestone,
      words: wordsOf(entry),
      actor: entry.actor,
      certainty: entry.certainty,
      evidence: entry.evidence.map(({ url, label }) => ({ url, label })),
    }))

  test.each(['ja', 'en'] as const)(
    'Markdown downloaded from the sample and dropped on a new board gives the same timeline (%s)',
    async (language) => {
      const reader = await stage.person('Suzuki', { language, width: 1440, height: 900 })
      await reader.page.goto('/')
      await reader.page.getByTestId('open-sample').click()
      await onBoard(reader)
      await expect.poll(async () => (await exported(reader)).timeline.length).toBe(26)
      const { name, text } = await ownDocument(reader, 'Markdown', '##')
      expect(name).toMatch(/\.md$/)

      const other = await boardOf(stage, 'Sato', { language, timeZone: 'Europe/Berlin' })
      await dropOnBoard(other, { name, content: text })
      await takeIn(other)
      await untilSave(other, 'saved', 30_000)
      expect(boardIdOf(other)).not.toBe(boardIdOf(reader))
      expect(timelineOf(await exported(other))).toEqual(timelineOf(paymentTimeout[language]))
      for (const { context } of [reader, other]) await context.close()
      expect(stage.faults()).toEqual([])
    },
  )
})
