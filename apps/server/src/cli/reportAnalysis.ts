import type { Duration, Finding } from '@kintsugi/analysis'
import type { TextAnalysis } from '@kintsugi/exchange'
import { type BoardSnapshot, type Problem, plainTextOf, type TimelineEntry } from '@kintsugi/model'
import {
  formatDay,
  formatDuration,
  type Language,
  problemSentence,
  timesIn,
  type Words,
} from '@kintsugi/words'

/** The analysis as a person reads it in a terminal. */
export function reportAnalysis(analysis: TextAnalysis, t: Words, language: Language): string {
  const { snapshot, durations, findings, problems } = analysis
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
  const known = durations.filter(({ ms }) => ms !== null)
  return [
    snapshot.incident.title || t('reading.untitled'),
    headline(snapshot, t),
    ...section(t('commandLine.timeline'), timelineLines(snapshot, t, language)),
    ...section(
      t('commandLine.durations'),
      known.map((duration) => durationLine(duration, t, language)),
    ),
    ...section(
      t('commandLine.findings'),
      findings.map((finding) => findingLine(finding, snapshot, t, language)),
    ),
    ...section(
      t('commandLine.problems'),
      problems.map((problem) => problemLine(problem, t)),
    ),
  ].join('\n')
}

function headline({ incident, timeline, causes, actions }: BoardSnapshot, t: Words): string {
  const counts = t('commandLine.counts', {
    entries: timeline.length,
    causes: causes.length,
    actions: actions.length,
  })
  return `${incident.timeZone} · ${counts}`
}

function timelineLines(snapshot: BoardSnapshot, t: Words, language: Language): string[] {
  return snapshot.timeline.map((entry) => {
    const [words] = plainTextOf(entry.text).split('\n')
    const time = timeOf(entry, snapshot, t, language)
    return [time, milestoneOf(entry, t), words].filter((part) => part !== '').join('  ')
  })
}

function timeOf(
  { at, until, approx, day }: TimelineEntry,
  { incident }: BoardSnapshot,
  t: Words,
  language: Language,
): string {
  const times = timesIn(incident.timeZone, language)
  if (at !== null) return `${times.date(at)} ${times.entry({ at, until, approx }, at)}`
  return day === null ? t('reading.noTime') : formatDay(day, language)
}

function milestoneOf({ milestone }: TimelineEntry, t: Words): string {
  if (milestone === null) return ''
  const name = t(`terms.milestone.${milestone.name}`)
  return `[${milestone.suggested ? t('reading.suggested', { milestone: name }) : name}]`
}

function durationLine(
  { name, ms, formula, approximate, suggested }: Duration,
  t: Words,
  language: Language,
): string {
  const length = formatDuration(ms ?? 0, language)
  const mark = (end: string): string => t([`terms.milestone.${end}`, `metrics.mark.${end}`])
  const how = t('metrics.formula', { end: mark(formula.end), start: mark(formula.start) })
  const value = approximate ? t('metrics.about', { duration: length }) : length
  const note = suggested ? ` · ${t('metrics.suggestedNote')}` : ''
  return `${t(`metrics.duration.${name}`)}: ${value} (${how}${note})`
}

function findingLine(
  { code, severity, args, itemIds }: Finding,
  snapshot: BoardSnapshot,
  t: Words,
  language: Language,
): string {
  const places = placesOf(itemIds, snapshot, t, language)
  return `[${t(`findings.severity.${severity}`)}] ${t(`findings.${code}.what`, args)}${places}`
}

/** Where to look, for the first few items concerned: an entry by its time, anything else by its words. */
function placesOf(ids: readonly string[], snapshot: BoardSnapshot, t: Words, language: Language): string {
  const entries = new Map(snapshot.timeline.map((entry) => [entry.id, entry]))
  const texts = new Map(
    [...snapshot.causes, ...snapshot.actions, ...snapshot.kptNotes].map(({ id, text }) => [id, text]),
  )
  const places = ids.slice(0, placesShown).map((id) => {
    const entry = entries.get(id)
    const text = texts.get(id)
    if (entry) return timeOf(entry, snapshot, t, language)
    return text ? shorten(plainTextOf(text).replaceAll('\n', ' ')) : id
  })
  if (places.length === 0) return ''
  return ` (${places.join(' / ')}${ids.length > placesShown ? ' / …' : ''})`
}
const placesShown = 2
const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** A problem as a sentence, with its line in front where it has one. */
export function problemLine(problem: Problem, t: Words): string {
  const text = problemSentence(t, problem) ?? problem.code
  return problem.line === null ? text : t('commandLine.atLine', { line: problem.line, text })
}
