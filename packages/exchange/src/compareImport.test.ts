import type { BoardSnapshot } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { compareImport } from './compareImport.ts'
import { readMarkdown } from './sources/markdown.ts'
import { testContext } from './testing/context.ts'

const text = `# 2024-05-01

## Timeline

- 10:00 UTC deploy
- 10:05 UTC alert
- 10:05 UTC alert

## 5 Whys

1. Why did it fail? The cache was empty.
2. Why was it empty? It was new.

## Action items

- Fill the cache first
`
/** Another import of a text: other ids throughout. */
function draft(words: string, first = 0): BoardSnapshot {
  const context = testContext({})
  for (let i = 0; i < first; i++) context.newId()
  return readMarkdown(words, context).snapshot
}

it('[EX17] gives a row the same external id whenever and wherever it is read', () => {
  const ids = (snapshot: BoardSnapshot) => snapshot.timeline.map(({ source }) => source?.externalId)
  const once = ids(draft(text))
  expect(new Set(once).size).toBe(3)
  expect(ids(draft(text, 100))).toEqual(once)
  expect(ids(draft(text.replace('## Timeline', 'Some words before it.\n\n## Timeline')))).toEqual(once)
})

it('[EX18] knows everything of a text that the board has already', () => {
  const again = draft(text, 100)
  const { fresh, duplicates } = compareImport(draft(text), again)
  const all = [...again.timeline, ...again.causes, ...again.actions].map(({ id }) => id)
  expect(duplicates.toSorted()).toEqual(all.toSorted())
  expect([fresh.timeline, fresh.causes, fresh.actions, fresh.links, fresh.placements]).toEqual([
    [],
    [],
    [],
    [],
    {},
  ])
})

it('[EX18] adds what is new, and links it to what the board has', () => {
  const existing = draft(text)
  const more = draft(
    text
      .replace('2. Why was', '2. Why was it empty? It was new.\n3. Why new? Why was')
      .replace('10:05 UTC alert', '10:05 UTC second alert'),
    100,
  )
  const { fresh } = compareImport(existing, more)
  expect(fresh.timeline).toHaveLength(1)
  expect(fresh.causes).toHaveLength(1)
  expect(fresh.links).toEqual([{ kind: 'because', from: existing.causes[1]?.id, to: fresh.causes[0]?.id }])
  expect(Object.keys(fresh.placements)).toEqual([fresh.causes[0]?.id])
})

it('[EX18] takes an entry for known even after somebody has rewritten it', () => {
  const existing = draft(text)
  const rewritten = existing.timeline.map((entry) => ({
    ...entry,
    text: { type: 'doc' as const, content: [] },
  }))
  expect(compareImport({ ...existing, timeline: rewritten }, draft(text, 100)).fresh.timeline).toEqual([])
})

it('[EX23] lays new causes under those a board has, never over them', () => {
  const existing = draft(text)
  const lowest = Math.max(...existing.causes.map(({ id }) => existing.placements[id]?.y ?? 0))
  const other = draft(text.replaceAll('cache', 'queue').replaceAll('It was new', 'Nobody fills it'), 100)
  const { fresh } = compareImport(existing, other)
  expect(fresh.causes.length).toBeGreaterThan(0)
  for (const { id } of fresh.causes) expect(fresh.placements[id]?.y).toBeGreaterThan(lowest + 100)
})
