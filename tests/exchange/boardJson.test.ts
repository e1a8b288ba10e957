import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importSnapshot, openBoard, readSnapshot } from '@kintsugi/board'
import { detectSource, readBoardJson, readMarkdown } from '@kintsugi/exchange'
import { formatNamed } from '@kintsugi/exchange/formats'
import { type BoardSnapshot, idFromBytes } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { createWords } from '@kintsugi/words'
import { expect, it } from 'vitest'
import { Doc } from 'yjs'

const real = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'real')
const newId = () => idFromBytes(crypto.getRandomValues(new Uint8Array(16)))
const documents = (existsSync(real) ? readdirSync(real) : [])
  .filter((folder) => !folder.includes('.') && folder !== 'expected')
  .flatMap((folder) => readdirSync(join(real, folder)).map((file) => join(real, folder, file)))
  .filter((file) => file.endsWith('.md'))
const corpus = [
  ...Object.entries(paymentTimeout).map(([name, snapshot]) => ({ name, snapshot })),
  ...documents.map((file) => ({
    name: file.slice(real.length + 1),
    snapshot: readMarkdown(readFileSync(file, 'utf8'), { zone: 'UTC', date: null, fileName: file, newId })
      .snapshot,
  })),
]

const json = (snapshot: BoardSnapshot): string =>
  formatNamed('json')?.write(snapshot, {
    language: 'en',
    words: createWords('en').t,
    now: null,
    stage: 'final',
  }) ?? ''

/** A board's id is its own; links, placements and free notes are sets: their order in the file says nothing. */
function comparable(text: string): unknown {
  const { boardId: _own, links, freeNotes, ...board } = JSON.parse(text)
  const key = ({ kind, from, to }: Record<string, string>) => `${kind} ${from} ${to}`
  return {
    ...board,
    links: links.map(key).toSorted(),
    freeNotes: freeNotes.toSorted((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)),
  }
}
function throughBoard(snapshot: BoardSnapshot): BoardSnapshot {
  const board = openBoard(new Doc(), { newId })
  importSnapshot(board, snapshot)
  return readSnapshot(board)
}

it.each(corpus)('[EX88] $name is equal after JSON → board → JSON', ({ snapshot }) => {
  const text = json(snapshot)
  const read = readBoardJson(text)
  if ('problem' in read) throw new Error(read.problem.code)
  expect(comparable(json(throughBoard(read.snapshot)))).toEqual(comparable(text))
})

it.each(corpus)(
  '[EX88] $name comes through the source `json` with ids, texts, order and links',
  ({ snapshot }) => {
    const text = json(snapshot)
    const source = detectSource(text, 'export.json')
    const read = source?.read(text, { zone: null, date: null, fileName: 'export.json', newId })
    expect([source?.format, read?.problems]).toEqual(['json', []])
    const arrived = throughBoard(read?.snapshot as BoardSnapshot)
    // By design: the import's own batch, and where an entry that had no origin now comes from.
    const bare = (board: BoardSnapshot) =>
      JSON.parse(JSON.stringify(comparable(json(board))), (key, value) =>
        key === 'batch' || key === 'source' ? undefined : value,
      )
    expect(bare(arrived)).toEqual(bare(snapshot))
  },
)
