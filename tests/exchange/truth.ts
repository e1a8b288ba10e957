import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BoardSnapshot, type Problem, plainTextOf, type TimelineEntry } from '@kintsugi/model'

/** One document's truth table, made by reading it; `README.md` beside the tables says what its fields mean. */
export interface TruthRow {
  line: number
  at: string | null
  until?: string
  approx?: boolean
  also?: string[]
  day?: string
  starts: string
  alternatives?: (string | null)[]
  untilAlternatives?: (string | null)[]
}
export interface Truth {
  file: string
  defaultZone: string
  timeline: TruthRow[]
  outOfOrder: { line: number }[]
  problems: { line: number; why: string }[]
  rootCauses: number
  rootCausesAlternatives?: number[]
  whys?: number
  actions: number
  actionsAlternatives?: number[]
}

export function truthTables(folder: string): Truth[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Truth)
}

export interface Comparison {
  rows: number
  right: number
  /** Not right, but a problem stands at the row's line. */
  reported: number
  silentlyWrong: string[]
  /** Rows that the document does not have. */
  invented: string[]
  /** Problems that had to be reported and were not. */
  unreported: number[]
  causes: { found: number; right: boolean }
  whys: { found: number; right: boolean }
  actions: { found: number; right: boolean }
}

const sameInstant = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a === b || (!!a && !!b && Date.parse(a) === Date.parse(b))
const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

function rowIsRight(truth: TruthRow, entry: TimelineEntry, others: TimelineEntry[]): boolean {
  const allowed = truth.alternatives ?? [truth.at]
  const withinDay = entry.at !== null && truth.day !== undefined && truth.at === null && entry.approx
  if (!allowed.some((at) => sameInstant(at, entry.at)) && !withinDay) return false
  const untils = truth.untilAlternatives ?? [truth.until ?? null]
  if (!untils.some((until) => sameInstant(until, entry.until))) return false
  if (truth.approx !== undefined && truth.approx !== entry.approx) return false
  if (truth.day !== undefined && entry.at === null && entry.day !== truth.day) return false
  if ((truth.also ?? []).some((also) => !others.some((other) => sameInstant(also, other.at)))) return false
  return words(plainTextOf(entry.text)).startsWith(words(truth.starts))
}

export function compareWithTruth(
  truth: Truth,
  snapshot: BoardSnapshot,
  problems: readonly Problem[],
): Comparison {
  const reportedLines = new Set(problems.map((problem) => problem.line))
  const silentlyWrong: string[] = []
  let right = 0
  let reported = 0
  for (const row of truth.timeline) {
    const there = snapshot.timeline.filter((entry) => entry.source?.line === row.line)
    const [entry] = there
    if (entry && rowIsRight(row, entry, there)) right++
    else if (reportedLines.has(row.line)) reported++
    else
      silentlyWrong.push(
        `${truth.file}:${row.line} expected ${row.at} ${row.starts}, got ${JSON.stringify(entry && [entry.at, entry.until, entry.approx, entry.day, plainTextOf(entry.text).slice(0, 60)])}`,
      )
  }
  const lines = new Set(truth.timeline.map((row) => row.line))
  const invented = snapshot.timeline
    .filter((entry) => !lines.has(entry.source?.line ?? 0))
    .map((entry) => `${truth.file}:${entry.source?.line} ${entry.at} ${plainTextOf(entry.text).slice(0, 60)}`)
  const unreported = [...truth.problems, ...truth.outOfOrder]
    .map(({ line }) => line)
    .filter((line) => !reportedLines.has(line))
  const whys = snapshot.causes.filter((cause) => cause.kind === 'condition').length
  const causes = snapshot.causes.length - whys
  const count = (found: number, expected: number | undefined, alternatives: number[] = []) => ({
    found,
    right: found === (expected ?? 0) || alternatives.includes(found),
  })
  return {
    rows: truth.timeline.length,
    right,
    reported,
    silentlyWrong,
    invented,
    unreported,
    causes: count(causes, truth.rootCauses, truth.rootCausesAlternatives),
    whys: count(whys, truth.whys),
    actions: count(snapshot.actions.length, truth.actions, truth.actionsAlternatives),
  }
}
