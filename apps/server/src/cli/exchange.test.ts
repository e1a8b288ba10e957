import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { openHouse } from '../http/testing/house.ts'
import { runCommand } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'kintsugi-exchange-'))
beforeAll(() => () => rmSync(folder, { recursive: true }))
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
async function run(args: string[], env: Record<string, string> = {}) {
  const said = { out: '', err: '' }
  const exitCode = await runCommand(args, {
    env: { LANG: 'en_US.UTF-8', ...env },
    print: (text) => {
      said.out += `${text}\n`
    },
    complain: (text) => {
      said.err += `${text}\n`
    },
  })
  return { exitCode, ...said }
}
/** The server's own HTTP side, on a port of its own. */
async function listening(): Promise<string> {
  const house = await openHouse()
  const server = serve({ fetch: house.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const report = `# 決済が遅い

## タイムライン

| 時刻 | 内容 |
| --- | --- |
| 2026-04-18 21:47 | 設定を反映 |
| 2026-04-18 21:52 | アラートが発報 |
`

it('[CLI5] imports a file into a new board, and once only into the same', async () => {
  const KINTSUGI_URL = await listening()
  const path = file('a.md', report)
  const first = await run(['import', path, '--new', '--zone', 'Asia/Tokyo', '--json'], { KINTSUGI_URL })
  expect([first.exitCode, first.err]).toEqual([0, ''])
  const { boardId, format, added, url } = JSON.parse(first.out)
  expect([format, added, url]).toEqual(['markdown', 2, `${KINTSUGI_URL}/b/${boardId}`])
  const again = await run(['import', path, '--board', boardId, '--zone', 'Asia/Tokyo', '--lang', 'ja'], {
    KINTSUGI_URL,
  })
  expect([again.exitCode, again.out]).toEqual([0, expect.stringMatching(/0 件を追加.*重複 2 件/)])
})

it('[CLI6] exports a board in a format and language, to the terminal or a file', async () => {
  const KINTSUGI_URL = await listening()
  const made = await run(['import', file('b.md', report), '--new', '--zone', 'Asia/Tokyo', '--json'], {
    KINTSUGI_URL,
  })
  const { boardId } = JSON.parse(made.out)
  const japanese = await run(['export', boardId, '--format', 'markdown', '--lang', 'ja'], { KINTSUGI_URL })
  expect(japanese.out).toContain('2026-04-18 21:47')
  expect(japanese.out).toContain('## タイムライン')
  const out = join(folder, 'timeline.csv')
  const csv = await run(['export', boardId, '--format', 'timelineCsv', '--out', out], { KINTSUGI_URL })
  expect([csv.exitCode, csv.out, csv.err]).toEqual([0, '', `Written to ${out}.\n`])
  expect(readFileSync(out, 'utf8').startsWith('\ufeffTime (Asia/Tokyo),')).toBe(true)
  const page = await run(['export', boardId, '--format', 'reportHtml', '--stage', 'first', '--lang', 'ja'], {
    KINTSUGI_URL,
  })
  expect(page.out).toContain('障害報告書（第一報）')
})

it('[CLI6] exports a local file without any server, and its own JSON unchanged', async () => {
  const path = file('c.md', report)
  const json = await run(['export', path, '--format', 'json', '--zone', 'Asia/Tokyo'], {
    KINTSUGI_URL: 'http://127.0.0.1:9',
  })
  expect(JSON.parse(json.out).timeline.map(({ at }: { at: string }) => at)).toEqual([
    '2026-04-18T12:47:00Z',
    '2026-04-18T12:52:00Z',
  ])
  const same = await run(['export', file('c.json', json.out), '--format', 'json'])
  expect(JSON.parse(same.out)).toEqual(JSON.parse(json.out))
  expect((await run(['analyze', join(folder, 'c.json'), '--json'])).exitCode).toBe(0)
})

it('[CLI7] says in one sentence what is wrong, in both languages', async () => {
  const KINTSUGI_URL = await listening()
  const path = file('d.md', report)
  const nobody = 'x'.repeat(22)
  const cases: [string[], RegExp][] = [
    [['import', path], /--board ID, or --new/],
    [['import', path, '--new', '--board', nobody], /exclude each other/],
    [['import', path, '--board', nobody], /board/i],
    [['import', file('e.md', 'nothing here'), '--new'], /./],
    [['import', join(folder, 'missing.md'), '--new'], /does not exist/],
    [['import', path, '--new', '--zone', 'Mars/Base'], /Mars\/Base/],
    [['export', nobody, '--format', 'json'], /board/i],
    [['export', nobody, '--format', 'docx'], /docx.*markdown.*reportHtml/],
    [['export', 'nowhere', '--format', 'json'], /neither a file nor a board/],
    [['export', './nowhere.md', '--format', 'json'], /does not exist/],
    [['export', path, '--format', 'html'], /“html”/],
    [
      ['export', path, '--format', 'json', '--out', join(folder, 'no', 'such', 'folder')],
      /cannot be written/,
    ],
    [['import', path, '--new', '--url', 'http://127.0.0.1:9'], /127\.0\.0\.1:9 does not answer \(/],
  ]
  for (const [args, sentence] of cases) {
    const { exitCode, out, err } = await run(args, { KINTSUGI_URL })
    expect([args, exitCode, out]).toEqual([args, 2, ''])
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).toMatch(sentence)
    const japanese = await run([...args, '--lang', 'ja'], { KINTSUGI_URL })
    expect(japanese.err).toMatch(/[ぁ-ん]/)
  }
  // Nothing was made for what could not be read.
  const boards = await (await fetch(`${KINTSUGI_URL}/api/boards`)).json()
  expect(boards).toEqual([])
})

it('[CLI6] help names every format, pages of the server included', async () => {
  const { out, exitCode } = await run(['export', '--help'], {})
  expect(exitCode).toBe(0)
  for (const name of ['markdown', 'timelineCsv', 'html', 'reportHtml'])
    expect(out).toMatch(new RegExp(`\\b${name}\\b`))
})
