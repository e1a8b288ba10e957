import {
  boardSnapshotSchema,
  compareTimelineEntries,
  type EntryKind,
  emptySnapshot,
  limits,
  type Problem,
} from '@kintsugi/model'
import { dayOf } from '../times/calendar.ts'
import { ZoneHours } from '../times/zoneHours.ts'
import { EntryMaker } from './chat/entries.ts'
import { dayInName, type Given, givenIn, inOrder, plainLines, problemOf, progressOf } from './lines.ts'
import { type LogStamp, nearestDay, readLogStamp } from './log/stamp.ts'
import type { ReadContext, Reading, Source } from './source.ts'

const format = 'logLines'
/** Of one entry: a stack trace goes on for longer than anybody reads on a board. */
const keptLines = 20

function detect(text: string, fileName: string): number {
  const { lines } = plainLines(text.slice(0, 20_000))
  if (!lines) return 0
  const full = lines.filter((line) => line.trim() !== '')
  const first = full[0]
  if (first === undefined || /^\s*(?:[-*#>|]|\d+\.) /.test(first)) return 0
  const stamped = full.filter((line) => readLogStamp(line) !== null)
  // Cells between tabs may be a table as well.
  const celled = stamped.filter((line) => line.includes('\t')).length * 2 > stamped.length
  const share = stamped.length / full.length
  const named = /\.log(?:\.\d+)?$/i.test(fileName) ? 0.09 : 0
  if (share >= 0.5) return (celled ? 0.4 : 0.9) + named
  return readLogStamp(first) && stamped.length >= 2 ? 0.6 + named : 0
}

const grave =
  /(?:^|[\s[("|:])(?:FATAL|EMERG(?:ENCY)?|ALERT|CRIT(?:ICAL)?|ERR(?:OR)?|SEVERE|PANIC)(?=$|[\s\])":|,-])|\b(?:level|severity|lvl)"?[=:] ?"?(?:fatal|emerg|alert|crit|err|panic|severe)|\[(?:emerg|alert|crit|error)\]/

function kindOf({ severity, rest }: LogStamp): EntryKind {
  if (severity !== null) return severity <= 3 ? 'alert' : 'observation'
  return grave.test(rest.slice(0, 200)) ? 'alert' : 'observation'
}

/** Places stamps; remembers which of them nobody can place. */
class LogDays {
  private readonly zones = new Map<string, ZoneHours>()
  /** A log has many lines of one day, and reckoning in calendars takes its time. */
  private readonly nearest = new Map<string, string>()
  readonly dayless: number[] = []
  readonly problems: Problem[] = []
  zoneless = false

  private readonly given: Given
  private readonly near: string | null

  constructor(given: Given, near: string | null) {
    this.given = given
    this.near = near
  }

  place({ epochMs, local, zone, text }: LogStamp, line: number): { epochMs: number | null; approx: boolean } {
    if (epochMs !== null || !local) return { epochMs, approx: false }
    if (local.year === null && this.near === null) {
      this.dayless.push(line)
      return { epochMs: null, approx: false }
    }
    const day =
      local.year === null ? this.nearestTo(local.month, local.day) : dayOf(local.year, local.month, local.day)
    const { id, name } = zone ?? this.given.zone
    this.zoneless ||= zone === null
    const hours = this.zones.get(id) ?? new ZoneHours(id)
    this.zones.set(id, hours)
    const placed = hours.place(day, local.minute, local.second)
    if (placed.doubt) {
      const code = placed.doubt === 'skipped' ? 'timeSkipped' : 'timeTwice'
      this.problems.push(problemOf(code, { text, zone: name }, line))
    }
    return { epochMs: placed.epochMs + local.ms, approx: placed.doubt !== null }
  }

  private nearestTo(month: number, day: number): string {
    const written = `${month}-${day}`
    const nearest = this.nearest.get(written) ?? nearestDay(month, day, this.near ?? '')
    this.nearest.set(written, nearest)
    return nearest
  }
}

interface LogEntry {
  line: number
  stamp: LogStamp
  more: string[]
}

/** Log lines: each with a stamp begins an entry, those without belong to the one above. */
function read(raw: string, context: ReadContext): Reading {
  const plain = plainLines(raw)
  const nothing = (problems: Problem[]): Reading => ({ format, snapshot: emptySnapshot(), problems })
  if (!plain.lines) return nothing(plain.problems)
  const { lines } = plain
  const passed = progressOf(context, lines.length)
  const given = givenIn(context)
  const problems = [...plain.problems, ...given.problems]
  const found: LogEntry[] = []
  let before: number | null = null
  lines.forEach((line, i) => {
    passed(Math.floor(i / 2))
    const stamp = readLogStamp(line)
    if (stamp) found.push({ line: i + 1, stamp, more: [] })
    else if (line.trim() !== '') {
      const above = found.at(-1)
      if (above) above.more.push(line)
      else before ??= i + 1
    }
  })
  if (found.length === 0) return nothing([...plain.problems, problemOf('logMissing')])
  const near = given.day ?? dayInName(context.fileName)
  const days = new LogDays(given, near)
  const maker = new EntryMaker(format, context.newId(), context.newId)
  let folded = 0
  const entries = found.map(({ line, stamp, more }, i) => {
    passed(Math.floor((lines.length + line) / 2))
    const kept = more.slice(0, keptLines - 1)
    folded += more.length - kept.length
    const words = stamp.rest === '' ? stamp.text : stamp.rest
    return maker.entry(
      {
        line,
        ...days.place(stamp, line),
        written: stamp.text,
        speaker: '',
        kind: kindOf(stamp),
        said: [words, ...kept],
        original: [lines[line - 1] ?? '', ...kept].join('\n').slice(0, 4000),
        toTheMinute: false,
      },
      i,
    )
  })
  passed(lines.length)
  const general: [boolean, Problem][] = [
    [days.zoneless && given.assumed, problemOf('zoneAssumed', { zone: given.zone.name })],
    [
      days.dayless.length > 0,
      problemOf('logDayNeeded', { count: days.dayless.length }, days.dayless[0] ?? null),
    ],
    [folded > 0, problemOf('logFolded', { count: folded, kept: keptLines })],
    [before !== null, problemOf('logBefore', {}, before)],
    [
      entries.length > limits.itemsPerBoard,
      problemOf('moreThanBoard', { limit: limits.itemsPerBoard, count: entries.length }),
    ],
  ]
  // No call with all of them: a log may have more doubtful lines than a call takes arguments.
  const all = [
    ...problems,
    ...general.flatMap(([holds, problem]) => (holds ? [problem] : [])),
    ...days.problems,
    ...maker.problems,
  ]
  const { place } = given.zone
  return {
    format,
    snapshot: {
      ...boardSnapshotSchema.parse({ incident: place !== null && !given.assumed ? { timeZone: place } : {} }),
      timeline: entries.toSorted(compareTimelineEntries),
    },
    problems: inOrder(all),
  }
}

export const logLinesSource = { format, detect, read } satisfies Source
