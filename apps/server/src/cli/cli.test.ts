import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptySnapshot } from '@kintsugi/model'
import { beforeAll, expect, it } from 'vitest'
import { sealRevision } from '../revisions/document.ts'
import { runCommand } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'kintsugi-cli-'))
const at = (name: string): string => join(folder, name)
beforeAll(() => () => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(at(name), content)
  return at(name)
}
async function run(args: string[], env: Record<string, string> = { LANG: 'en_US.UTF-8' }) {
  const said = { out: '', err: '' }
  const exitCode = await runCommand(args, {
    env,
    print: (text) => {
      said.out += `${text}\n`
    },
    complain: (text) => {
      said.err += `${text}\n`
    },
  })
  return { exitCode, ...said }
}

const report = `# Payments were slow

## Timeline

| Time | Event |
| --- | --- |
| 2026-04-18 21:47 | The setting was rolled out |
| 2026-04-18 21:52 | An alert fired |
`

it('[CLI1] prints what it read as JSON, times in UTC by the zone given', async () => {
  const { exitCode, out, err } = await run([
    'analyze',
    file('a.md', report),
    '--zone',
    'Asia/Tokyo',
    '--json',
  ])
  const analysis = JSON.parse(out)
  expect(Object.keys(analysis)).toEqual(['snapshot', 'milestones', 'durations', 'findings', 'problems'])
  expect(analysis.snapshot.timeline.map(({ at }: { at: string }) => at)).toEqual([
    '2026-04-18T12:47:00Z',
    '2026-04-18T12:52:00Z',
  ])
  expect([exitCode, err]).toEqual([0, ''])
})

it('[CLI1] speaks to people in the language of --lang, else of the terminal', async () => {
  const path = file('b.md', report)
  const english = await run(['analyze', path, '--zone', 'Asia/Tokyo'])
  expect(english.out).toContain('Payments were slow')
  expect(english.out).toMatch(/18 April 2026 21:47 {2}.*The setting was rolled out/)
  expect(english.out).toContain('Findings')
  expect(english.out).not.toMatch(/[a-z]+\.[a-z]+[A-Z]/)
  for (const env of [{ LANG: 'ja_JP.UTF-8' }, { LANG: 'C', LC_ALL: 'ja_JP.UTF-8' }])
    expect((await run(['analyze', path], env)).out).toContain('タイムライン')
  expect((await run(['analyze', path, '--lang', 'ja'])).out).toContain('タイムライン')
  expect((await run(['analyze', path, '--lang', 'en'], { LANG: 'ja_JP.UTF-8' })).out).toContain('Timeline')
})

it('[CLI1] reads UTF-16 where a byte order mark says so', async () => {
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(report, 'utf16le')])
  const { exitCode, out } = await run(['analyze', file('wide.md', wide), '--json'])
  expect([exitCode, JSON.parse(out).snapshot.timeline.length]).toEqual([0, 2])
})

it('[CLI1] reads Shift_JIS, as Excel saves CSV files, and tells lines in another encoding', async () => {
  // 時刻,内容 / 2026/04/18 21:47,決済
  const head = Buffer.from([0x8e, 0x9e, 0x8d, 0x8f, 0x2c, 0x93, 0xe0, 0x97, 0x65, 0x0a])
  const row = Buffer.from([...Buffer.from('2026/04/18 21:47,'), 0x8c, 0x88, 0x8d, 0xcf, 0x0a])
  const utf8 = Buffer.from('2026/04/18 21:50,差し戻し\n')
  const { out } = await run(['analyze', file('t.csv', Buffer.concat([head, row])), '--json'])
  expect(JSON.parse(out).snapshot.timeline[0].source.original).toBe('2026/04/18 21:47,決済')
  const mixed = await run(['analyze', file('m.csv', Buffer.concat([head, row, row, utf8])), '--json'])
  const { problems, snapshot } = JSON.parse(mixed.out)
  expect(snapshot.timeline.length).toBe(3)
  expect(problems).toContainEqual({ code: 'lineEncoding', line: 4, args: { encoding: 'utf-8' } })
})

it('[CLI2] ends with 2 and one sentence that names what is wrong', async () => {
  const fine = file('fine.md', report)
  const big = file('big.md', 'x')
  truncateSync(big, 50_000_000)
  const cases: [string[], string | RegExp][] = [
    [['analyze', at('missing.md')], `${at('missing.md')} does not exist.`],
    [['analyze', folder], `${folder} is a folder; name a file in it.`],
    [['analyze', file('empty.md', '')], `${at('empty.md')} is empty.`],
    [['analyze', file('blank.md', ' \n\n')], `${at('blank.md')} is empty.`],
    [['analyze', big], `${big} has 50 MB; the limit is 10 MB.`],
    [
      ['analyze', file('a.bin', 'ok\nok\n\0PK')],
      `${at('a.bin')} is not a text file: line 3 holds bytes that are no text.`,
    ],
    [['analyze', fine, '--date', '2026-02-30'], /“2026-02-30” is not a day/],
    [['analyze', fine, '--date', 'yesterday'], /“yesterday” is not a day/],
    [['analyze', fine, '--zone', 'Mars/Base'], /Mars\/Base/],
    [['analyze', fine, '--fail-on', 'fatal'], /“fatal”.*info, warning, error/],
    [['analyze', fine, '--lang', 'xx'], /--lang/],
    [['analyze'], /missing required argument/],
    [['frobnicate'], /unknown command/],
    [['bench', 'faults', '--runs', 'many'], /“many” is not a whole number/],
  ]
  for (const [args, sentence] of cases) {
    const { exitCode, out, err } = await run(args)
    expect([args, exitCode, out]).toEqual([args, 2, ''])
    if (typeof sentence === 'string') expect(err).toBe(`${sentence}\n`)
    else expect(err).toMatch(sentence)
  }
  expect((await run(['analyze', at('missing.md'), '--lang', 'ja'])).err).toContain('が見つかりません')
  const json = await run(['analyze', at('missing.md'), '--json'])
  expect(JSON.parse(json.out)).toEqual({
    problems: [{ code: 'fileMissing', args: { file: at('missing.md') }, line: null }],
  })
})

it('[CLI3] ends with 1 where a finding is at least as severe as --fail-on', async () => {
  const path = file('c.md', report)
  const { findings } = JSON.parse((await run(['analyze', path, '--json'])).out)
  const found = new Set(findings.map(({ severity }: { severity: string }) => severity))
  expect(found).toContain('info')
  expect((await run(['analyze', path])).exitCode).toBe(0)
  expect((await run(['analyze', path, '--fail-on', 'info'])).exitCode).toBe(1)
  expect((await run(['analyze', path, '--fail-on', 'error'])).exitCode).toBe(found.has('error') ? 1 : 0)
})

it('[CLI4] verifies a file against the hash one was sent', async () => {
  const { bytes, hash } = sealRevision({
    format: 'kintsugi.revision/1',
    boardId: 'A'.repeat(22),
    number: 2,
    previousHash: 'b'.repeat(64),
    finalizedAt: '2026-04-20T04:00:00Z',
    finalizedBy: 'アリス',
    snapshot: emptySnapshot(),
  })
  const path = file('revision.json', bytes)
  expect(await run(['verify', path, '--hash', hash])).toMatchObject({
    exitCode: 0,
    out: expect.stringMatching(/^Valid/),
  })
  const json = JSON.parse((await run(['verify', path, '--hash', hash.toUpperCase(), '--json'])).out)
  expect(json).toMatchObject({
    valid: true,
    selfAttested: false,
    revision: { number: 2, previousHash: 'b'.repeat(64) },
  })

  const changed = Uint8Array.from(bytes)
  changed[40] = (changed[40] ?? 0) ^ 1
  const broken = await run(['verify', file('changed.json', changed), '--hash', hash, '--lang', 'ja'])
  expect([broken.exitCode, broken.out]).toEqual([1, expect.stringContaining('有効ではありません')])
  expect((await run(['verify', path])).exitCode).toBe(2)
  expect((await run(['verify', path, '--hash', 'abc'])).exitCode).toBe(2)
  const { hash: other } = sealRevision({ ...JSON.parse(new TextDecoder().decode(bytes)), number: 3 })
  expect((await run(['verify', path, '--hash', other])).exitCode).toBe(1)
})
