import { plainTextOf, type RichText, type TimelineEntry } from '@kintsugi/model'
import type { RootContent } from 'mdast'
import { localTime, stampIn, zoneLabel } from '../localTime.ts'
import type { Writing } from './document.ts'
import { evidenceLinks, heading, inCell, list, paragraph, prose, strong, table, textNode } from './nodes.ts'

/** A time as the document's tables show it, and as our own reader takes it back. */
export function timeOf(
  { at, until, day, approx }: TimelineEntry,
  zone: string,
  { t }: Pick<Writing, 't'>,
): string {
  if (at === null) {
    if (day === null) return t('documents.noTime')
    return approx ? t('documents.about', { time: day }) : day
  }
  const written = stampIn(at, zone)
  const time = approx ? t('documents.about', { time: written }) : written
  if (until === null) return time
  const end = localTime(until, zone)
  const to =
    end.day === localTime(at, zone).day ? `${end.clock}${end.which}` : `${end.day} ${end.clock}${end.which}`
  return t('documents.span', { from: time, to })
}

function milestoneOf({ milestone }: TimelineEntry, { t }: Writing): string {
  if (!milestone) return ''
  const name = t(`terms.milestone.${milestone.name}`)
  return milestone.suggested ? t('documents.suggested', { milestone: name }) : name
}

export function timelineChapter(writing: Writing): RootContent[] {
  const { snapshot, t, numbers } = writing
  const { timeline, incident } = snapshot
  if (timeline.length === 0) return []
  const zone = zoneLabel(incident.timeZone, timeline)
  const columns = {
    number: (entry) => [textNode(numbers.of(entry.id))],
    time: (entry) => [textNode(timeOf(entry, incident.timeZone, writing))],
    kind: (entry) => [textNode(t(`terms.entryKind.${entry.kind}`))],
    milestone: (entry) => [textNode(milestoneOf(entry, writing))],
    event: (entry) => inCell(entry.text),
    role: (entry) => [textNode(entry.actor)],
    certainty: (entry) => [textNode(t(`terms.entryCertainty.${entry.certainty}`))],
    evidence: (entry) => evidenceLinks(entry.evidence, entry.text),
  } satisfies Record<string, (entry: TimelineEntry) => ReturnType<typeof inCell>>
  // A column that says the same everywhere says nothing.
  const idle = new Set<string>([
    ...(timeline.every(({ milestone }) => milestone === null) ? ['milestone'] : []),
    ...(timeline.every(({ actor }) => actor === '') ? ['role'] : []),
    ...(timeline.every(({ certainty }) => certainty === 'fact') ? ['certainty'] : []),
    ...(timeline.every(({ evidence }) => evidence.length === 0) ? ['evidence'] : []),
  ])
  const shown = (Object.keys(columns) as (keyof typeof columns)[]).filter((name) => !idle.has(name))
  return [
    heading(2, t('documents.section.timeline')),
    table(
      shown.map((name) => t(`documents.column.${name}`, { zone })),
      timeline.map((entry) => shown.map((name) => columns[name](entry))),
    ),
  ]
}

function labelled(label: string, text: RichText): ReturnType<typeof prose> {
  const [first, ...rest] = prose(text)
  const lead = first?.type === 'paragraph' ? first.children : []
  return [
    { type: 'paragraph', children: [strong(label.trimEnd()), textNode(' '), ...lead] },
    ...(first && first.type !== 'paragraph' ? [first] : []),
    ...rest,
  ]
}

const fields = ['saw', 'believed', 'options'] as const
/** Reviews and mental models: what stood behind what was done. */
export function judgementChapter({ snapshot: { timeline }, t, numbers }: Writing): RootContent[] {
  const told = timeline.filter(
    (entry) => entry.review !== null || fields.some((field) => entry[field].content.length > 0),
  )
  if (told.length === 0) return []
  return [
    heading(2, t('documents.section.judgement')),
    ...told.flatMap((entry): RootContent[] => {
      const said = plainTextOf(entry.text).replaceAll('\n', ' ')
      const title = `${numbers.of(entry.id)} ${said}`
      return [
        heading(3, [...title].length > 100 ? `${[...title].slice(0, 99).join('')}…` : title),
        ...(entry.review ? [paragraph([textNode(t(`terms.review.${entry.review}`))])] : []),
        list(
          fields
            .filter((field) => entry[field].content.length > 0)
            .map((field) => labelled(`${t(`reading.${field}`)}${t('documents.colon')}`, entry[field])),
        ),
      ].filter((node) => node.type !== 'list' || node.children.length > 0)
    }),
  ]
}
