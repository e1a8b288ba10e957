import { plainTextOf, type TimelineEntry } from '@kintsugi/model'
import { writeCsv } from './csv.ts'
import type { Format, WriteContext } from './format.ts'
import { stampIn, zoneLabel } from './localTime.ts'

/** As Markdown writes links, one a line: a cell holds none of its own. */
const linksOf = ({ evidence }: TimelineEntry): string =>
  evidence
    .map(({ url, label }) => (label === '' ? url : `[${label.replace(/[[\]\n]/g, ' ')}](${url})`))
    .join('\n')

function rowOf(entry: TimelineEntry, zone: string, { words: t }: WriteContext): string[] {
  const { at, until, day, milestone } = entry
  const time = at === null ? (day ?? '') : stampIn(at, zone)
  const name = milestone ? t(`terms.milestone.${milestone.name}`) : ''
  return [
    // 頃 keeps a spreadsheet from taking a rough time for an exact one.
    entry.approx && time !== '' ? t('documents.about', { time }) : time,
    until === null ? '' : stampIn(until, zone),
    t(`terms.entryKind.${entry.kind}`),
    milestone?.suggested ? t('documents.suggested', { milestone: name }) : name,
    plainTextOf(entry.text),
    entry.actor,
    t(`terms.entryCertainty.${entry.certainty}`),
    entry.track,
    entry.review ? t(`terms.review.${entry.review}`) : '',
    linksOf(entry),
    at ?? '',
    until ?? '',
  ]
}

/** One row an entry: on the incident's clock for people, in UTC for programs. */
export const timelineCsv = {
  name: 'timelineCsv',
  mediaType: 'text/csv',
  extension: 'csv',
  write({ incident, timeline }, context) {
    const t = context.words
    const zone = zoneLabel(incident.timeZone, timeline)
    const head = [
      t('documents.column.time', { zone }),
      t('documents.column.until'),
      t('documents.column.kind'),
      t('documents.column.milestone'),
      t('documents.column.event'),
      t('documents.column.role'),
      t('documents.column.certainty'),
      t('documents.column.track'),
      t('documents.column.review'),
      t('documents.column.links'),
      t('documents.column.timeUtc'),
      t('documents.column.untilUtc'),
    ]
    return writeCsv([head, ...timeline.map((entry) => rowOf(entry, incident.timeZone, context))])
  },
} satisfies Format
