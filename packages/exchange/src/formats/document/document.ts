import { durations, latestVotes, votesOf } from '@kintsugi/analysis'
import { type BoardSnapshot, kptColumns, kptHeaps, plainTextOf, type RichText } from '@kintsugi/model'
import { formatDuration, type Language, timesIn, type Words } from '@kintsugi/words'
import type { Root, RootContent } from 'mdast'
import type { WriteContext } from '../format.ts'
import { type Numbering, numberItems } from '../numbering.ts'
import { actionsChapter, causesChapter } from './graph.ts'
import { heading, list, paragraph, prose, strong, table, textNode, words } from './nodes.ts'
import { judgementChapter, timelineChapter } from './timeline.ts'

/** What every chapter is written with. */
export interface Writing {
  snapshot: BoardSnapshot
  language: Language
  t: Words
  numbers: Numbering
}

function facts({ snapshot: { incident }, t, language }: Writing): RootContent[] {
  const joined = (items: readonly string[]): string => items.join(t('documents.comma'))
  const told = {
    severity: incident.severity ? t(`terms.severity.${incident.severity}`) : '',
    status: t(`terms.incidentStatus.${incident.status}`),
    services: joined(incident.services),
    tags: joined(incident.tags),
    owner: incident.owner,
    meeting: incident.meetingAt ? timesIn(incident.timeZone, language).dateAndClock(incident.meetingAt) : '',
    timeZone: incident.timeZone,
  }
  const items = (Object.keys(told) as (keyof typeof told)[])
    .filter((name) => told[name] !== '')
    .map((name) => [
      {
        type: 'paragraph' as const,
        children: [strong(t(`documents.fact.${name}`)), textNode(t('documents.colon')), ...words(told[name])],
      },
    ])
  return [list(items)]
}

function durationsChapter({ snapshot, t, language }: Writing): RootContent[] {
  const known = durations(snapshot).filter(({ ms }) => ms !== null)
  if (known.length === 0) return []
  const mark = (name: string): string =>
    name === 'meeting' || name === 'published'
      ? t(`metrics.mark.${name}`)
      : t(`terms.milestone.${name}` as 'terms.milestone.detected')
  return [
    heading(2, t('documents.section.durations')),
    table(
      (['duration', 'length', 'formula'] as const).map((name) => t(`documents.column.${name}`)),
      known.map(({ name, ms, approximate, formula: { end, start } }) => {
        const duration = formatDuration(ms ?? 0, language)
        return [
          [textNode(t(`metrics.duration.${name}`))],
          [textNode(approximate ? t('metrics.about', { duration }) : duration)],
          [textNode(t('metrics.formula', { end: mark(end), start: mark(start) }))],
        ]
      }),
    ),
  ]
}

function kptChapter({ snapshot, t, numbers }: Writing): RootContent[] {
  if (snapshot.kptNotes.length === 0) return []
  const taken = new Set(snapshot.links.flatMap(({ kind, from }) => (kind === 'origin' ? [from] : [])))
  const votes = latestVotes(snapshot)
  const linked = (id: string, kind: 'origin' | 'about'): string => {
    const others = numbers.linked(id, kind, 'to')
    const said = { numbers: others.join(t('documents.comma')) }
    return others.length === 0 ? '' : t(kind === 'origin' ? 'documents.became' : 'documents.speaksOf', said)
  }
  return [
    heading(2, t('documents.section.kpt')),
    ...kptColumns.flatMap((column): RootContent[] => {
      // Flat, each with its group's name: a list within a list would not be read back as notes.
      const notes = kptHeaps(snapshot, column).flatMap((heap) =>
        heap.notes.map((note, i) => ({ ...note, heap, leads: i === 0 })),
      )
      if (notes.length === 0) return []
      const items = notes.map(({ id, text, author, seal, reusable, heap, leads }) => {
        const count = leads ? votesOf(votes, heap) : null
        const aside = [
          heap.group?.name,
          count === null ? '' : t('reading.votes', { count }),
          seal === null ? author : t('reading.anonymous'),
          reusable ? t('reading.reusable') : '',
          linked(id, 'origin'),
          linked(id, 'about'),
        ]
        const said = aside.filter((part) => part !== '' && part !== null && part !== undefined)
        const [first, ...rest] = prose(text)
        const lead = first?.type === 'paragraph' ? first.children : []
        const tail =
          said.length > 0 ? [textNode(t('documents.aside', { text: said.join(t('documents.comma')) }))] : []
        return [
          { type: 'paragraph' as const, children: [...lead, ...tail] },
          ...(first && first.type !== 'paragraph' ? [first] : []),
          ...rest,
        ]
      })
      // Ticked: a Try that became an action, on the board.
      const ticks = notes.map(({ id }) => (column === 'try' ? taken.has(id) : null))
      return [heading(3, t(`reading.kptHeading.${column}`)), list(items, ticks)]
    }),
  ]
}

function peopleChapter({ snapshot: { people }, t }: Writing): RootContent[] {
  if (people.length === 0) return []
  return [
    heading(2, t('documents.section.people')),
    table(
      (['name', 'department', 'role', 'attended'] as const).map((name) => t(`documents.column.${name}`)),
      people.map(({ name, department, role, attended }) =>
        [
          name,
          department,
          role,
          t(`reading.attended.${attended === null ? 'unknown' : attended ? 'yes' : 'no'}`),
        ].map((cell) => [textNode(cell)]),
      ),
    ),
  ]
}

/** The whole postmortem as one tree, chapters in the order of the read page; what nobody wrote is left out. */
export function documentOf(snapshot: BoardSnapshot, { language, words: t }: WriteContext): Root {
  const writing: Writing = { snapshot, language, t, numbers: numberItems(snapshot) }
  const { incident, freeNotes, unreadable } = snapshot
  const text = (name: 'summary' | 'impact' | 'lessons', from: RichText): RootContent[] =>
    plainTextOf(from) === '' ? [] : [heading(2, t(`documents.section.${name}`)), ...prose(from)]
  return {
    type: 'root',
    children: [
      heading(1, incident.title === '' ? t('reading.untitled') : incident.title),
      ...facts(writing),
      ...text('summary', incident.summary),
      ...text('impact', incident.impact),
      ...durationsChapter(writing),
      ...timelineChapter(writing),
      ...causesChapter(writing),
      ...actionsChapter(writing),
      ...judgementChapter(writing),
      ...text('lessons', incident.lessons),
      ...kptChapter(writing),
      ...peopleChapter(writing),
      ...(freeNotes.length > 0
        ? [heading(2, t('documents.section.notes')), list(freeNotes.map((note) => prose(note.text)))]
        : []),
      ...(unreadable.length > 0
        ? [
            heading(2, t('documents.section.unreadable')),
            paragraph([textNode(unreadable.map(({ part, reason }) => `${part}: ${reason}`).join('\n'))]),
          ]
        : []),
    ],
  }
}
