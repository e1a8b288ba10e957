import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isTest, root, type SourceFile, sourceFiles, specFiles, styleSheets } from './house.ts'

const files = sourceFiles()
const code = files.filter((file) => !isTest(file))
const paths = (found: SourceFile[]) => found.map((file) => file.path)

/** What a package may import of ours; the npm packages it may import stand in its package.json. */
const floors: Record<string, string[]> = {
  model: [],
  ui: [],
  board: ['model'],
  analysis: ['model'],
  anonymity: ['model'],
  protocol: ['model'],
  words: [],
  exchange: ['model', 'analysis', 'words'],
  reading: ['model', 'analysis', 'words'],
  server: ['model', 'board', 'analysis', 'anonymity', 'protocol', 'words', 'exchange', 'reading'],
  web: ['model', 'board', 'analysis', 'anonymity', 'protocol', 'words', 'ui', 'exchange', 'reading'],
}

describe('floors', () => {
  it.each(Object.entries(floors))('%s imports only what lies below it', (name, allowed) => {
    const home = existsSync(join(root, 'packages', name)) ? `packages/${name}/` : `apps/${name}/`
    const wrong = code
      .filter((file) => file.path.startsWith(home))
      .flatMap((file) => file.imports.map((to) => ({ file: file.path, to })))
      .filter(({ to }) => to.startsWith('@kintsugi/') && !allowed.includes(to.split('/')[1] ?? ''))
    expect(wrong).toEqual([])
  })

  it('nobody reaches into another package past what it exports', () => {
    const doors = (name: string): string[] => {
      const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
      return Object.keys(exports).map((door) => door.replace(/^\./, `@kintsugi/${name}`))
    }
    const ours = files.flatMap((file) => file.imports.filter((to) => to.startsWith('@kintsugi/')))
    expect(ours.filter((to) => !doors(to.split('/')[1] ?? '').includes(to))).toEqual([])
  })

  it('slices of the web client never import each other; screens compose them', () => {
    const slices = [
      'timeline',
      'causes',
      'kpt',
      'actions',
      'incident',
      'people',
      'findings',
      'library',
      'import',
      'practice',
      'documents',
      'ready',
      'templates',
    ]
    const wrong = code.flatMap((file) => {
      const slice = slices.find((name) => file.path.startsWith(`apps/web/src/${name}/`))
      if (!slice) return []
      const others = slices.filter((name) => name !== slice)
      return file.imports
        .filter((to) => others.some((name) => to.startsWith(`../${name}/`)))
        .map((to) => [file.path, to])
    })
    expect(wrong).toEqual([])
  })
})

describe('rules of the house', () => {
  it('1: only shape.ts knows where things lie in the document', () => {
    const pattern = /\.(getMap|getArray|getXmlFragment|getText)\(/
    const found = code.filter(
      (file) => pattern.test(file.text) && file.path !== 'packages/board/src/shape.ts',
    )
    expect(paths(found)).toEqual([])
  })

  it('2: Yjs is known to the board, the two transports and the text editor only', () => {
    const homes = [
      'packages/board/',
      'apps/server/src/collab/',
      'apps/web/src/live/',
      'apps/web/src/presence/',
      'apps/web/src/editor/',
    ]
    const found = code.filter(
      (file) => file.imports.some((to) => to === 'yjs') && !homes.some((home) => file.path.startsWith(home)),
    )
    expect(paths(found)).toEqual([])
  })

  it('9: time, randomness and identity enter at the edge', () => {
    const pure = /^packages\/(model|board|analysis|anonymity|exchange|reading|protocol|words)\//
    const edge =
      /Date\.now\(|new Date\(\)|Math\.random\(|crypto\.(randomUUID|getRandomValues)|performance\.now\(/
    expect(paths(code.filter((file) => pure.test(file.path) && edge.test(file.text)))).toEqual([])
  })

  it('10: no drawers without a name', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|shared|misc|managers?|services?)(\/|\.tsx?$)/i
    expect(paths(code.filter((file) => drawers.test(file.path.replace(/^(packages|apps)\//, ''))))).toEqual(
      [],
    )
  })

  it('11: no component touches the network or the document by itself', () => {
    const parts = code.filter((file) => /^packages\/ui\//.test(file.path))
    expect(paths(parts.filter((file) => /\bfetch\(|localStorage|indexedDB/.test(file.text)))).toEqual([])
  })

  it('15: files stay under 300 lines', () => {
    const long = [...files, ...styleSheets()].filter(({ text }) => text.split('\n').length > 301)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  it('the lockfile names no registry', () => {
    expect(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')).not.toMatch(
      /https?:\/\/[^\s'"]*registry|tarball:/,
    )
  })
})

describe('SPEC.md', () => {
  const rule = /\[([A-Z]{2,3}\d+)\]/g
  const tests = files.filter(isTest)
  const proven = new Set(tests.flatMap((file) => [...file.text.matchAll(rule)].map((match) => match[1])))
  const specs = specFiles()
  const stated = new Set(specs.flatMap((spec) => [...spec.text.matchAll(rule)].map((match) => match[1])))

  it('12: every numbered rule has a test that carries its number', () => {
    expect([...stated].filter((number) => !proven.has(number))).toEqual([])
  })

  it('12: every number in a test stands in a SPEC.md', () => {
    expect([...proven].filter((number) => !stated.has(number))).toEqual([])
  })

  it('12: a number is given once in the house', () => {
    const given = specs.flatMap((spec) =>
      [...spec.text.matchAll(/^\s*- \[([A-Z]{2,3}\d+)\]/gm)].map(([, n]) => n),
    )
    expect(given.filter((number, i) => given.indexOf(number) !== i)).toEqual([])
    expect(given.length).toBeGreaterThan(300)
  })

  it('every package with rules says them', () => {
    const homes = new Set(specs.map((spec) => spec.path.replace(/\/SPEC\.md$/, '')))
    const expected = ['model', 'board', 'analysis', 'anonymity', 'exchange', 'reading'].map(
      (name) => `packages/${name}`,
    )
    expect([...expected, 'apps/server', 'apps/web'].filter((home) => !homes.has(home))).toEqual([])
  })
})
