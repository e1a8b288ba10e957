import { plainTextOf, type RichText } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { testContext } from '../testing/context.ts'
import { samples } from '../testing/samples.ts'
import { sourceContract } from './contract.ts'
import { markdownSource, readMarkdown } from './markdown.ts'

const words = (text: RichText): string => plainTextOf(text).replace(/\s+/g, ' ').trim()

describe.each(samples())('$name', ({ name, text, expected }) => {
  const { snapshot, problems } = readMarkdown(
    text,
    testContext({ zone: expected.zone, fileName: `${name}.md` }),
  )
  const inOrder = snapshot.timeline.toSorted((a, b) => (a.source?.line ?? 0) - (b.source?.line ?? 0))

  it('[EX4] has the rows it says', () => {
    const rows = expected.timeline.map((row) => {
      const [entry, ...also] = inOrder.filter(({ source }) => source?.line === row.line)
      return {
        line: row.line,
        at: entry?.at ?? null,
        until: entry?.until ?? null,
        approx: entry?.approx,
        day: entry?.day ?? null,
        also: also.map(({ at }) => at),
        actor: entry?.actor,
        starts: words(entry?.text ?? { type: 'doc', content: [] }).slice(0, row.starts.length),
        ...(row.milestone ? { milestone: entry?.milestone?.name } : {}),
      }
    })
    expect(rows).toEqual(
      expected.timeline.map((row) => ({
        until: null,
        approx: false,
        day: null,
        also: [],
        actor: '',
        ...row,
      })),
    )
    expect([...new Set(inOrder.map(({ source }) => source?.line))]).toEqual(
      expected.timeline.map(({ line }) => line),
    )
  })

  it('[EX5] reports what it says, with the line', () => {
    const told = problems.map(({ line, code }) => `${line} ${code}`)
    expect(told.toSorted()).toEqual(expected.problems.map(([line, code]) => `${line} ${code}`).toSorted())
    const silent = inOrder.filter(
      ({ at, source }) => at === null && !problems.some(({ line }) => line === source?.line),
    )
    expect(silent).toEqual([])
  })

  it('[EX4] has the facts, causes and actions it says', () => {
    expect(snapshot.incident).toMatchObject(expected.incident)
    const causes = snapshot.causes.map(({ kind, text: said }) => `${kind}: ${words(said)}`)
    expect(causes.map((cause, i) => cause.slice(0, expected.causes[i]?.length))).toEqual(expected.causes)
    expect(snapshot.links).toHaveLength(expected.because ?? 0)
    const actions = snapshot.actions.map(({ status, aim, permanent, due, text: said }) => {
      const head = [status, aim, permanent ? null : 'interim', due].filter((part) => part !== null).join(' ')
      return `${head}: ${words(said)}`
    })
    expect(actions.map((action, i) => action.slice(0, expected.actions[i]?.length))).toEqual(
      expected.actions.map((action) => action),
    )
  })

  it('[EX58] [EX59] has the notes and people it says', () => {
    const notes = snapshot.kptNotes.map(({ slot, text: said }) => `${slot.column}: ${words(said)}`)
    expect(notes.map((note, i) => note.slice(0, expected.kpt?.[i]?.length))).toEqual(expected.kpt ?? [])
    const people = snapshot.people.map(({ name: who, department, role, attended }) =>
      [who, department, role, attended].join(' | '),
    )
    expect(people).toEqual(expected.people ?? [])
  })

  it('[EX16] is a draft of one batch, with placed causes and whole links', () => {
    const batches = new Set([
      ...snapshot.timeline.map(({ source }) => source?.batch),
      ...snapshot.causes.map(({ batch }) => batch),
      ...snapshot.actions.map(({ batch }) => batch),
      ...snapshot.kptNotes.map(({ batch }) => batch),
      ...snapshot.people.map(({ batch }) => batch),
    ])
    expect(batches.size).toBe(1)
    const ids = new Set(snapshot.causes.map(({ id }) => id))
    expect(snapshot.links.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([])
    expect(Object.keys(snapshot.placements).toSorted()).toEqual([...ids].toSorted())
  })
})

describe('[EX21] markdown', () => {
  sourceContract(
    markdownSource,
    samples().map(({ name, text, expected }) => ({
      fileName: `${name}.md`,
      text,
      context: { zone: expected.zone },
      expected: {
        entries: expected.timeline.flatMap(({ line, at, also = [], actor = '', starts }) =>
          [at, ...also].map((instant) => ({ line, at: instant, starts, actor })),
        ),
        problems: expected.problems,
      },
    })),
  )
})
