import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BoardSnapshot, boardJsonSchema, emptySnapshot, richTextOf } from '@kintsugi/model'
import { createWords, type Language, languages } from '@kintsugi/words'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { detectSource } from '../sources/index.ts'
import { jsonSource, readBoardJson } from '../sources/json.ts'
import { testContext } from '../testing/context.ts'
import { exampleBoards, realBoards } from '../testing/corpus.ts'
import { guardCell, unguardCell } from './csv.ts'
import type { WriteContext } from './format.ts'
import { fileNameOf, formatNamed, formats } from './index.ts'
import { json } from './json.ts'

const context = (language: Language): WriteContext => ({
  language,
  words: createWords(language).t,
  now: '2026-04-20T00:00:00Z',
  stage: 'final',
})
const folder = join(import.meta.dirname, '..', '..', 'golden')

/** `GOLDEN=write vitest run …` writes them anew; a difference then shows in version control. */
function golden(name: string, text: string): void {
  const file = join(folder, name)
  if (process.env.GOLDEN === 'write') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, text)
  }
  expect(existsSync(file), `${name} is there`).toBe(true)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe.each(exampleBoards)('$name', ({ name, snapshot, language }) => {
  it.each(formats.map((format) => format.name))('[EX80] is written as %s, byte for byte', (formatName) => {
    const format = formatNamed(formatName)
    if (!format) throw new Error(formatName)
    const text = format.write(snapshot, context(language))
    golden(`${name}.${formatName}.${format.extension}`, text)
    expect(format.write(snapshot, context(language))).toBe(text)
  })
  it.each(['first', 'interim'] as const)('[EX80] has its report of the stage %s', (stage) => {
    const text = formatNamed('reportText')?.write(snapshot, { ...context(language), stage }) ?? ''
    golden(`${name}.reportText.${stage}.txt`, text)
  })
})

it('[EX80] writes every real postmortem in every format as before', () => {
  const boards = realBoards()
  const hashes = boards.map(({ name, snapshot }) => {
    const hash = createHash('sha256')
    for (const format of formats)
      if (format.name !== 'json') hash.update(format.write(snapshot, context('en')))
    return `${hash.digest('hex').slice(0, 16)}  ${name}\n`
  })
  // The documents lie beside the repository; without them there is nothing to compare.
  if (boards.length > 0) golden('real.sha256', hashes.join(''))
})

it.each(languages)(
  '[EX81] writes an empty board in every format (%s), and no key of a sentence',
  (language) => {
    for (const format of formats) {
      const text = format.write(emptySnapshot(), context(language))
      expect([format.name, text.length > 0]).toEqual([format.name, true])
      expect(text).not.toMatch(/\b(?:documents|report|terms|reading|metrics)\.[a-z]+/)
    }
  },
)

const corpus = [...exampleBoards, ...realBoards()]
describe('json', () => {
  const validate = new Ajv2020({ strict: false }).compile(boardJsonSchema())
  it.each(corpus)('[EX82] $name fits the published schema and reads back as it was', ({ snapshot }) => {
    const text = json.write(snapshot)
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors?.[0])).toBe(true)
    expect(readBoardJson(text)).toEqual({ snapshot })
    expect(detectSource(text, 'board.json')?.format).toBe('json')
  })
  it('[EX82] the schema refuses what is no board', () => {
    const [board] = exampleBoards
    const broken = structuredClone(board?.snapshot) as BoardSnapshot
    expect(validate({ ...broken, format: 'kintsugi.board/2' })).toBe(false)
    expect(validate({ ...broken, timeline: [{ id: 'x' }] })).toBe(false)
    expect(validate({ ...broken, timeline: 'none' })).toBe(false)
    expect(validate({ format: 'kintsugi.board/1', incident: {} })).toBe(true)
  })
  it('[EX84] as a source carries one batch, keeps ids, and says where an entry came from', () => {
    for (const { snapshot } of exampleBoards) {
      const { snapshot: read, problems } = jsonSource.read(json.write(snapshot), testContext({}))
      expect(problems).toEqual([])
      const batches = new Set(
        [
          ...read.people,
          ...read.causes,
          ...read.kptNotes,
          ...read.kptGroups,
          ...read.actions,
          ...read.freeNotes,
        ]
          .map(({ batch }) => batch)
          .concat(read.timeline.map(({ source }) => source?.batch ?? null)),
      )
      expect([batches.size, batches.has(null)]).toEqual([1, false])
      expect(read.timeline.map(({ id }) => id)).toEqual(snapshot.timeline.map(({ id }) => id))
      expect(read.links).toEqual(snapshot.links)
      expect(read.boardId).toBeNull()
    }
  })
  it.each([
    ['{"format":"kintsugi.board/1"', 'boardJsonBroken'],
    ['[]', 'boardJsonForeign'],
    ['{"format":"kintsugi.board/2","incident":{}}', 'boardJsonForeign'],
    ['{"format":"kintsugi.board/1","incident":{"severity":"sev9"}}', 'boardJsonInvalid'],
    [`{"format":"kintsugi.board/1","incident":{},"x":${'['.repeat(100_000)}`, 'boardJsonBroken'],
    ['', 'empty'],
  ])('[EX84] answers %.60s with a problem', (text, code) => {
    const { snapshot, problems } = jsonSource.read(text, testContext({}))
    expect([snapshot, problems.map((problem) => problem.code)]).toEqual([emptySnapshot(), [code]])
  })
})

describe('csv', () => {
  it.each([
    '=1+1',
    '+SUM(A1)',
    '-2+3',
    '@A1',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1+1',
    '－2+3',
    '＠x',
    ' =1',
    '\n=1',
    '-cmd|x',
  ])('[EX85] a spreadsheet does not run %j', (text) => {
    expect(guardCell(text)).toBe(`'${text}`)
    expect(unguardCell(guardCell(text))).toBe(text)
  })
  it.each([
    '-5',
    '+9',
    '-1.5%',
    '−5',
    'a=b',
    '--',
    'メール@example.com',
    "it's",
    '2026-04-18 21:47',
    '',
    '・=',
    "'quoted",
  ])('[EX85] ordinary words stay as they are: %j', (text) => {
    expect(guardCell(text)).toBe(text)
    expect(unguardCell(text)).toBe(text)
  })
  it('[EX85] quotes what needs it, ends lines as RFC 4180 says, and begins with a byte order mark', () => {
    const [board] = exampleBoards
    const snapshot = structuredClone(board?.snapshot) as BoardSnapshot
    const [entry] = snapshot.timeline
    if (entry) entry.text = richTextOf('=HYPERLINK("http://x")\n"a", b')
    const text = formatNamed('timelineCsv')?.write(snapshot, context('ja')) ?? ''
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text.split('\r\n').slice(0, -1).length).toBe(snapshot.timeline.length + 1)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")\n""a"", b"`)
  })
})

const evil =
  '<script>alert(1)</script> | `x` **b** [a](javascript:alert(1)) ![i](x) <img src=x onerror=1> \u0000 \ud800 &lt; # - 1. ~~~ "q" \'s\''
function poisoned(): BoardSnapshot {
  const board = structuredClone(exampleBoards[1]?.snapshot) as BoardSnapshot
  const text = {
    type: 'doc' as const,
    content: [
      {
        type: 'paragraph' as const,
        content: [
          { type: 'text' as const, text: evil },
          {
            type: 'text' as const,
            text: 'js',
            marks: [{ type: 'link' as const, attrs: { href: 'javascript:alert(1)' } }],
          },
        ],
      },
    ],
  }
  Object.assign(board.incident, { title: evil, owner: evil, services: [evil], summary: text, impact: text })
  for (const item of [
    ...board.timeline,
    ...board.causes,
    ...board.kptNotes,
    ...board.actions,
    ...board.freeNotes,
  ])
    item.text = text
  for (const entry of board.timeline) {
    entry.actor = evil
    for (const piece of entry.evidence) piece.label = evil
  }
  for (const action of board.actions)
    Object.assign(action, { assignee: evil, ticket: 'javascript:alert(1)', doneWhen: evil })
  return board
}
it('[EX86] what people wrote is text in every document, never markup, a link to script, or a node of a diagram', () => {
  const board = poisoned()
  const html = formatNamed('richText')?.write(board, context('en')) ?? ''
  expect(html).not.toMatch(/<script|<img|href="javascript|\son\w+="/i)
  for (const name of ['markdown', 'reportMarkdown']) {
    const text = formatNamed(name)?.write(board, context('en')) ?? ''
    const outside = text.replace(/```mermaid[\s\S]*?```/, '')
    expect(outside).not.toMatch(/(?<!\\)<(?:script|img)/)
    expect(outside).not.toMatch(/(?<!\\)\]\(javascript:/)
    const [diagram = ''] = /```mermaid[\s\S]*?```/.exec(text) ?? []
    for (const line of diagram.split('\n').filter((one) => one.includes('"')))
      expect(line).toMatch(/^ {2}C\d+(?:\[|\(\[|\[\[)"[^"<>`[\]|]*"(?:\]|\]\)|\]\])$/)
  }
})

it('[EX87] a file is named so that every system can keep it', () => {
  const [board] = exampleBoards
  const named = (title: string): string =>
    fileNameOf({ ...emptySnapshot(), incident: { ...emptySnapshot().incident, title } }, json)
  expect(fileNameOf(board?.snapshot as BoardSnapshot, json)).toMatch(/^\d{4}-\d\d-\d\d-決済API.*\.json$/)
  expect(named('../../etc/passwd\u0000"<>')).toBe('etc-passwd.json')
  expect(named('')).toBe('kintsugi.json')
  expect(named('あ'.repeat(500)).length).toBeLessThan(80)
})
