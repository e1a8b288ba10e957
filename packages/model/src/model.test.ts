import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boardIdSchema,
  compareSlotted,
  compareTimelineEntries,
  daySchema,
  emptySnapshot,
  evidenceUrlSchema,
  idFromBytes,
  instantSchema,
  type KptGroup,
  type KptNote,
  kptGroupSchema,
  kptHeaps,
  kptNoteSchema,
  linkKey,
  linkKinds,
  plainTextOf,
  richTextOf,
  richTextSchema,
  timelineEntrySchema,
  toInstant,
} from './index.ts'

const id = (n: number) => idFromBytes(new Uint8Array(16).fill(n))
const entry = (n: number, fields: object) => timelineEntrySchema.parse({ id: id(n), ...fields })

describe('model', () => {
  it.each(['2026-04-18T12:47:00Z', '2026-04-18T12:47:00.5Z'])('[MD1] reads the instant %s', (text) => {
    expect(instantSchema.parse(text)).toBe(text)
  })
  it.each([
    '2026-04-18T12:47:00+09:00',
    '2026-04-18T12:47:00',
    '2026-13-18T12:47:00Z',
    '2026-02-30T12:47:00Z',
    '12:47',
    '',
  ])('[MD1] refuses %j as an instant', (text) => {
    expect(instantSchema.safeParse(text).success).toBe(false)
  })
  it('[MD1] takes the days that the calendar has', () => {
    const days = ['2026-04-18', '2028-02-29', '2026-02-29', '2026-02-30', '2026-99-99', '2026-4-18', '']
    expect(days.filter((day) => daySchema.safeParse(day).success)).toEqual(['2026-04-18', '2028-02-29'])
  })
  it('[MD1] spells what it computes the way it reads it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
        expect(Date.parse(instantSchema.parse(toInstant(ms)))).toBe(ms)
      }),
    )
  })

  it('[MD2] reads an incident without fields', () => {
    expect(emptySnapshot().incident).toMatchObject({
      title: '',
      timeZone: 'UTC',
      severity: null,
      services: [],
    })
  })

  it('[MD3] keeps timeline entries in the one reading order, however they come', () => {
    const inOrder = [
      entry(9, { at: '2026-04-18T12:47:00Z', rank: 'a0' }),
      entry(1, { at: '2026-04-18T12:47:00Z', rank: 'a1' }),
      entry(2, { at: '2026-04-18T12:47:00Z', rank: 'a1' }),
      entry(3, { at: '2026-04-18T12:47:00.250Z' }),
      entry(4, { day: '2026-04-18' }),
      entry(5, { at: '2026-04-19T00:00:00Z' }),
      entry(6, {}),
      entry(7, { rank: 'a1' }),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
        expect(shuffled.toSorted(compareTimelineEntries)).toEqual(inOrder)
      }),
    )
  })

  it('[MD4] orders notes by column, rank, id', () => {
    const slot = (n: number, column: 'keep' | 'problem' | 'try', rank: string) => ({
      id: id(n),
      slot: { column, rank },
    })
    const inOrder = [
      slot(5, 'keep', 'a0'),
      slot(1, 'keep', 'a1'),
      slot(2, 'keep', 'a1'),
      slot(3, 'problem', 'a0'),
      slot(4, 'try', 'a0'),
    ]
    expect(inOrder.toReversed().toSorted(compareSlotted)).toEqual(inOrder)
  })

  it('[MD5] keeps words and lines through rich text', () => {
    const line = fc.stringMatching(/^[a-zぁ-んー一-龠0-9]{1,20}$/)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const text = lines.join('\n')
        expect(plainTextOf(richTextSchema.parse(richTextOf(text)))).toBe(text)
      }),
    )
  })

  it('[MD6] makes ids of 22 characters, one per 16 bytes', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(boardIdSchema.safeParse(idFromBytes(a)).success).toBe(true)
        expect(idFromBytes(a) === idFromBytes(b)).toBe(Buffer.compare(a, b) === 0)
        expect(idFromBytes(a)).toBe(Buffer.from(a).toString('base64url'))
      }),
    )
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://x', ' https://x', 'https://a b'])(
    '[MD7] refuses the evidence link %j',
    (url) => {
      expect(evidenceUrlSchema.safeParse(url).success).toBe(false)
    },
  )
  it.each(['https://example.com/x', 'http://localhost', 'mailto:a@example.com'])('[MD7] takes %j', (url) => {
    expect(evidenceUrlSchema.parse(url)).toBe(url)
  })

  it('[MD8] gives every link its own key', () => {
    const links = linkKinds.flatMap((kind) =>
      [1, 2].flatMap((a) => [1, 2].map((b) => ({ kind, from: id(a), to: id(b) }))),
    )
    expect(new Set(links.map(linkKey)).size).toBe(links.length)
    expect(linkKey({ kind: 'because', from: id(1), to: id(2) })).toBe(
      linkKey({ to: id(2), from: id(1), kind: 'because' }),
    )
  })
})

describe('KPT as it reads', () => {
  const note = (letter: string, rank: string, groupId: string | null = null, column = 'keep') =>
    kptNoteSchema.parse({ id: letter.repeat(22), slot: { column, rank }, groupId })
  const group = (letter: string, rank: string, column = 'keep') =>
    kptGroupSchema.parse({ id: letter.repeat(22), slot: { column, rank } })
  const read = (kptNotes: KptNote[], kptGroups: KptGroup[]) =>
    kptHeaps({ kptNotes, kptGroups }, 'keep').map(({ id, notes }) =>
      [id, ...notes.map((each) => each.id)].map((each) => each[0]).join(''),
    )
  it('[MD20] groups stand at their rank among the notes in none, with their notes in order', () => {
    const g = 'g'.repeat(22)
    const notes = [note('a', 'a5'), note('b', 'a1', g), note('c', 'a9'), note('d', 'a0', g)]
    expect(read(notes, [group('g', 'a7')])).toEqual(['aa', 'gdb', 'cc'])
    expect(read(notes.toReversed(), [group('g', 'a7')])).toEqual(['aa', 'gdb', 'cc'])
  })
  it('[MD20] a group without notes is not read; a note whose group is missing or elsewhere stands alone', () => {
    const notes = [
      note('a', 'a1', 'g'.repeat(22)),
      note('b', 'a2', 'h'.repeat(22)),
      note('c', 'a0', null, 'try'),
    ]
    expect(read(notes, [group('g', 'a0', 'try'), group('i', 'a3')])).toEqual(['aa', 'bb'])
  })
})
