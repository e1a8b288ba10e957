import { type BoardSnapshot, plainTextOf } from '@kintsugi/model'
import { createWords, type Language } from '@kintsugi/words'
import { describe, expect, it } from 'vitest'
import { csvSource } from '../sources/csv.ts'
import { detectSource } from '../sources/index.ts'
import { readMarkdown } from '../sources/markdown.ts'
import { testContext } from '../testing/context.ts'
import { exampleBoards, realBoards } from '../testing/corpus.ts'
import { markdown } from './markdown.ts'
import { timelineCsv } from './timelineCsv.ts'

const context = (language: Language) => ({
  language,
  words: createWords(language).t,
  now: '2026-04-20T00:00:00Z',
  stage: 'final' as const,
})
const back = (snapshot: BoardSnapshot, language: Language) =>
  readMarkdown(markdown.write(snapshot, context(language)), testContext({ fileName: 'export.md' }))
const said = (text: BoardSnapshot['incident']['summary']): string => plainTextOf(text).replace(/\s+/g, ' ')

/** What a timeline says, without the ids and origins that an import gives anew. */
const timelineOf = ({ timeline }: BoardSnapshot) =>
  timeline.map((entry) => ({
    at: entry.at,
    until: entry.until,
    approx: entry.approx,
    day: entry.day,
    kind: entry.kind,
    milestone: entry.milestone,
    text: said(entry.text),
    actor: entry.actor,
    certainty: entry.certainty,
    evidence: entry.evidence.map(({ url, label }) => ({ url, label })),
  }))

function graphOf({ causes, links, timeline, actions }: BoardSnapshot) {
  const name = new Map([...causes, ...timeline, ...actions].map(({ id, text }) => [id, said(text)]))
  return {
    causes: causes.map(({ kind, layer, certainty, operator, acceptedRisk, text }) => ({
      kind,
      layer,
      certainty,
      operator,
      acceptedRisk,
      text: said(text),
    })),
    links: links
      .filter(({ kind }) => kind !== 'origin')
      .map(({ kind, from, to }) => `${kind}: ${name.get(from)} → ${name.get(to)}`)
      .toSorted(),
  }
}
const actionsOf = ({ actions }: BoardSnapshot) =>
  actions.map(({ id: _id, rank: _rank, batch: _batch, text, ...action }) => ({ ...action, text: said(text) }))

describe.each(exampleBoards)('$name', ({ snapshot, language }) => {
  it('[EX83] comes back from Markdown with the same timeline', () => {
    const { snapshot: read, problems } = back(snapshot, language)
    expect(timelineOf(read)).toEqual(timelineOf(snapshot))
    expect(problems).toEqual([])
    expect(read.incident).toMatchObject({
      title: snapshot.incident.title,
      severity: snapshot.incident.severity,
      owner: snapshot.incident.owner,
      timeZone: snapshot.incident.timeZone,
    })
    expect(said(read.incident.summary)).toBe(said(snapshot.incident.summary))
    expect(said(read.incident.impact)).toBe(said(snapshot.incident.impact))
  })
  it('[EX83] comes back from Markdown with the same causal graph and the same actions', () => {
    const { snapshot: read } = back(snapshot, language)
    expect(graphOf(read)).toEqual(graphOf(snapshot))
    expect(actionsOf(read)).toEqual(actionsOf(snapshot))
  })
})

const real = realBoards()
// They lie beside the repository, and not beside every checkout of it.
describe.skipIf(real.length === 0)('real postmortems', () => {
  it.each(real)('[EX83] $name keeps its timeline through Markdown', ({ snapshot }) => {
    const { snapshot: read } = back(snapshot, 'en')
    // An address that only stands in the words is a link in Markdown, and comes back as evidence too.
    const addresses = timelineOf(read).map((entry, i) => ({
      ...entry,
      evidence: entry.evidence.filter(
        ({ url, label }) =>
          label !== '' ||
          !entry.text.includes(url) ||
          snapshot.timeline[i]?.evidence.some((piece) => piece.url === url),
      ),
    }))
    expect(addresses).toEqual(timelineOf(snapshot))
    expect(read.causes).toHaveLength(snapshot.causes.length)
    expect(read.actions).toHaveLength(snapshot.actions.length)
  })
})

describe.each(exampleBoards)('$name as CSV', ({ snapshot, language }) => {
  it('[EX89] comes back with the same timeline', () => {
    const text = timelineCsv.write(snapshot, context(language))
    expect(detectSource(text, 'timeline.csv')?.format).toBe('csv')
    const { snapshot: read, problems } = csvSource.read(text, testContext({ fileName: 'timeline.csv' }))
    // Said, because somebody may wonder: the review and the same times in UTC have no place on an entry.
    expect(problems.map(({ code }) => code)).toEqual(['columnsUnused'])
    expect(timelineOf(read)).toEqual(timelineOf(snapshot))
  })
})
