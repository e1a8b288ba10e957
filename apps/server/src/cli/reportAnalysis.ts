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
      findings.map((finding) => findingLine(finding, t)),
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

function timelineLines({ incident, timeline }: BoardSnapshot, t: Words, language: Language): string[] {
  const times = timesIn(incident.timeZone, language)
  const timeOf = ({ at, until, approx, day }: TimelineEntry): string => {
    if (at !== null) return `${times.date(at)} ${times.entry({ at, until, approx }, at)}`
    return day === null ? t('reading.noTime') : formatDay(day, language)
  }
  return timeline.map((entry) => {
    const [words] = plainTextOf(entry.text).split('\n')
    return [timeOf(entry), milestoneOf(entry, t), words].filter((part) => part !== '').join('  ')
  })
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

function findingLine({ code, severity, args }: Finding, t: Words): string {
  return `[${t(`findings.severity.${severity}`)}] ${t(`findings.${code}.what`, args)}`
}

/** A problem as a sentence, with its line in front where it has one. */
export function problemLine(problem: Problem, t: Words): string {
  const text = problemSentence(t, problem) ?? problem.code
  return problem.line === null ? text : t('commandLine.atLine', { line: problem.line, text })
}
