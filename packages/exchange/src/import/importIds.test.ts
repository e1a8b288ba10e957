import {
  type BoardSnapshot,
  boardSnapshotSchema,
  emptySnapshot,
  kptNoteSchema,
  participantSchema,
  richTextOf,
  timelineEntrySchema,
} from '@kintsugi/model'
import { expect, it } from 'vitest'
import { chosenFrom, compareImport, knownOf } from '../compareImport.ts'
import { readMarkdown } from '../sources/markdown.ts'
import { testContext } from '../testing/context.ts'
import { withImportIds } from './importIds.ts'
import { importKeysOf } from './importKeys.ts'

const { newId } = testContext({})
const batch = newId()
const board = newId()
const said = (at: string | null, text: string, format = 'slack', externalId = text): object => ({
  id: newId(),
  at,
  text: richTextOf(text),
  source: { format, batch, externalId },
})
const draftOf = (...entries: object[]): BoardSnapshot => ({
  ...emptySnapshot(),
  timeline: entries.map((entry) => timelineEntrySchema.parse(entry)),
})
const idsOf = ({ timeline }: BoardSnapshot): string[] => timeline.map(({ id }) => id)
const markdown = `# 2024-05-01

## Timeline

- 10:00 UTC deploy
- 10:05 UTC [alert](https://a.example/1)

## 5 Whys

1. Why did it fail? The cache was empty.
2. Why was it empty? It was new.
`

it('[EX63] gives the same text the same ids on one board, in every format, and others on another board', () => {
  const pasted = draftOf(said('2024-05-01T10:00:12Z', 'We ROLL back!'), said('2024-05-01T10:05:00Z', 'OK'))
  const exported = draftOf(
    said('2024-05-01T10:00:00Z', 'we ｒｏｌｌ  back', 'csv', '7'),
    said('2024-05-01T10:05:30Z', 'ok.', 'csv', '8'),
  )
  const ids = idsOf(withImportIds(board, pasted).draft)
  expect(new Set(ids).size).toBe(2)
  expect(idsOf(withImportIds(board, exported).draft)).toEqual(ids)
  expect(idsOf(withImportIds(newId(), pasted).draft).some((id) => ids.includes(id))).toBe(false)
})

it('[EX63] two equal rows of one text are two items, and stay so', () => {
  const twice = draftOf(
    said('2024-05-01T10:00:00Z', 'ok'),
    said('2024-05-01T10:00:40Z', 'ok', 'slack', 'ok-2'),
  )
  const ids = idsOf(withImportIds(board, twice).draft)
  expect(new Set(ids).size).toBe(2)
  expect(idsOf(withImportIds(board, twice).draft)).toEqual(ids)
})

it('[EX63] links, placements, groups and evidence follow the new ids', () => {
  const { snapshot } = readMarkdown(markdown, testContext({}))
  const group = newId()
  const drafted: BoardSnapshot = {
    ...snapshot,
    kptGroups: [{ id: group, name: 'g', slot: { column: 'keep', rank: 'a0' }, batch }],
    kptNotes: [kptNoteSchema.parse({ id: newId(), text: richTextOf('n'), groupId: group, batch })],
  }
  const { draft, idOf } = withImportIds(board, drafted)
  expect(boardSnapshotSchema.safeParse(draft).success).toBe(true)
  expect(draft.causes.map(({ id }) => id)).toEqual(drafted.causes.map(({ id }) => idOf.get(id)))
  expect(draft.links).toEqual([{ kind: 'because', from: draft.causes[0]?.id, to: draft.causes[1]?.id }])
  expect(Object.keys(draft.placements)).toEqual(draft.causes.map(({ id }) => id))
  expect(draft.kptNotes[0]?.groupId).toBe(draft.kptGroups[0]?.id)
  expect(draft.timeline[1]?.evidence[0]?.url).toBe('https://a.example/1')
  const again = withImportIds(board, drafted).draft
  expect(again.timeline[1]?.evidence).toEqual(draft.timeline[1]?.evidence)
})

it('[EX64] knows an entry of another source by its minute and its words', () => {
  const existing = draftOf(said('2024-05-01T10:00:12Z', 'DB接続エラー、発生中！'))
  const other = draftOf(
    said('2024-05-01T10:00:00Z', 'ＤＢ接続エラー 発生中', 'csv', '1'),
    said('2024-05-01T10:01:00Z', 'DB接続エラー、発生中！', 'csv', '2'),
  )
  expect(compareImport(existing, other).duplicates).toEqual([other.timeline[0]?.id])
})

it('[EX64] one entry of the board stands for one of the draft', () => {
  const existing = draftOf(said('2024-05-01T10:00:00Z', 'ok', 'x', '1'))
  const other = draftOf(
    said('2024-05-01T10:00:10Z', 'ok', 'csv', '1'),
    said('2024-05-01T10:00:20Z', 'ok', 'csv', '2'),
  )
  expect(compareImport(existing, other).fresh.timeline).toHaveLength(1)
})

it('[EX64] knows notes by column and words, and people by name and department', () => {
  const note = (column: string) =>
    kptNoteSchema.parse({ id: newId(), slot: { column, rank: 'a0' }, text: richTextOf('Same words') })
  const person = (department: string) => participantSchema.parse({ id: newId(), name: '田中', department })
  const existing = { ...emptySnapshot(), kptNotes: [note('keep')], people: [person('SRE')] }
  const drafted = {
    ...emptySnapshot(),
    kptNotes: [note('keep'), note('try')],
    people: [person('SRE'), person('営業')],
  }
  const { fresh } = compareImport(existing, drafted)
  expect(fresh.kptNotes.map(({ slot }) => slot.column)).toEqual(['try'])
  expect(fresh.people.map(({ department }) => department)).toEqual(['営業'])
})

it('[EX65] brings exactly what was chosen; a duplicate chosen is an item of its own', () => {
  const existing = withImportIds(board, readMarkdown(markdown, testContext({})).snapshot).draft
  const { draft } = withImportIds(board, readMarkdown(markdown, testContext({})).snapshot)
  const keys = importKeysOf(existing)
  const known = knownOf(keys, draft)
  expect(known.size).toBe(4)
  const [effect, cause] = draft.causes
  const chosen = chosenFrom(keys, draft, { known, isChosen: (id) => id === cause?.id, newId })
  expect(chosen.timeline).toEqual([])
  expect(chosen.causes).toHaveLength(1)
  expect(chosen.causes[0]?.id).not.toBe(cause?.id)
  // Its link leads from the board's own effect to the new cause.
  expect(chosen.links).toEqual([{ kind: 'because', from: effect?.id, to: chosen.causes[0]?.id }])
  expect(Object.keys(chosen.placements)).toEqual([chosen.causes[0]?.id])
})

it('[EX65] a link to what was left out is left out', () => {
  const { draft } = withImportIds(board, readMarkdown(markdown, testContext({})).snapshot)
  const keys = importKeysOf(emptySnapshot())
  const chosen = chosenFrom(keys, draft, {
    known: new Map(),
    isChosen: (id) => id === draft.causes[0]?.id,
    newId,
  })
  expect(chosen.causes).toHaveLength(1)
  expect(chosen.links).toEqual([])
})
