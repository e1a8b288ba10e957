import { boardSnapshotSchema, plainTextOf, type TimelineEntry } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { compareImport } from '../compareImport.ts'
import { testContext } from '../testing/context.ts'
import { detectSource } from './index.ts'
import type { ReadContext, Reading, Source } from './source.ts'

export interface ExpectedEntry {
  line: number
  at: string | null
  /** The first words. */
  starts: string
  /** Told where it is not empty. */
  actor?: string
  speaker?: string
  kind?: TimelineEntry['kind']
}
export interface SourceSample {
  fileName: string
  text: string
  context?: Partial<Pick<ReadContext, 'zone' | 'date'>>
  expected: {
    /** By line; several of one line in the order of the draft. */
    entries: ExpectedEntry[]
    problems: [line: number | null, code: string][]
  }
  /** A longer or shifted copy of the same, and the first words of what is new in it. */
  again?: { text: string; fresh: string[] }
}

const words = (entry: TimelineEntry): string => plainTextOf(entry.text).replace(/\s+/g, ' ').trim()
const lineOf = (entry: TimelineEntry): number => entry.source?.line ?? 0

/** What every source has to keep: a new one's whole test is a call of this with its samples. */
export function sourceContract(source: Source, samples: readonly SourceSample[]): void {
  const reading = ({ fileName, context }: SourceSample, text: string, from = 0): Reading =>
    source.read(text, testContext({ fileName, ...context }, from))

  it.each(samples)('[EX21] knows $fileName as its own', ({ text, fileName }) => {
    expect(detectSource(text, fileName)?.format).toBe(source.format)
  })

  it.each(samples)(
    '[EX21] reads $fileName to the same draft every time, with the ids it is given',
    (sample) => {
      const read = () => reading(sample, sample.text)
      expect(read()).toEqual(read())
      expect(boardSnapshotSchema.safeParse(read().snapshot).success).toBe(true)
    },
  )

  it.each(samples)('[EX30] $fileName has the entries and problems it states', (sample) => {
    const { snapshot, problems, speakerOf } = reading(sample, sample.text)
    const { expected } = sample
    const found = snapshot.timeline.toSorted((a, b) => lineOf(a) - lineOf(b))
    const stated = found.map((entry, i): ExpectedEntry => {
      const row = expected.entries[i]
      return {
        line: lineOf(entry),
        at: entry.at,
        starts: words(entry).slice(0, row?.starts.length ?? 80),
        ...(row?.actor !== undefined || entry.actor !== '' ? { actor: entry.actor } : {}),
        ...(row?.speaker !== undefined ? { speaker: speakerOf?.[entry.id] ?? '' } : {}),
        ...(row?.kind !== undefined ? { kind: entry.kind } : {}),
      }
    })
    expect(stated).toEqual(expected.entries)
    const told = problems.map(({ line, code }) => `${line} ${code}`)
    expect(told.toSorted()).toEqual(expected.problems.map(([line, code]) => `${line} ${code}`).toSorted())
  })

  it.each(samples)('[EX31] $fileName read again is all duplicates', (sample) => {
    const first = reading(sample, sample.text)
    const second = reading(sample, sample.text, 100_000)
    const idsOf = ({ snapshot }: Reading) => snapshot.timeline.map((entry) => entry.source?.externalId)
    expect(new Set(idsOf(first)).size).toBe(first.snapshot.timeline.length)
    expect(idsOf(second)).toEqual(idsOf(first))
    const { fresh, duplicates } = compareImport(first.snapshot, second.snapshot)
    expect([fresh.timeline, fresh.people, fresh.causes, fresh.actions]).toEqual([[], [], [], []])
    expect(duplicates).toEqual(expect.arrayContaining(second.snapshot.timeline.map(({ id }) => id)))
  })

  it.each(samples.filter(({ again }) => again !== undefined))(
    '[EX31] of a copy that overlaps $fileName only the rest is new',
    (sample) => {
      const { text = '', fresh: stated = [] } = sample.again ?? {}
      const first = reading(sample, sample.text)
      const { fresh } = compareImport(first.snapshot, reading(sample, text, 100_000).snapshot)
      const found = fresh.timeline.toSorted((a, b) => lineOf(a) - lineOf(b))
      expect(found.map((entry, i) => words(entry).slice(0, stated[i]?.length ?? 80))).toEqual(stated)
    },
  )

  it.each(['', '\0\u0001\u0002', '<html></html>', '{"a":1}', '\ud800', 'x'.repeat(100_000)])(
    '[EX19] answers %j with problems',
    (text) => {
      const { snapshot, problems } = source.read(text, testContext({}))
      expect(problems.length).toBeGreaterThan(0)
      expect(snapshot.timeline).toEqual([])
    },
  )
}
