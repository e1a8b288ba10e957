import type { Reading } from '@kintsugi/exchange'
import type { Problem } from '@kintsugi/model'

export interface WeighedProblems {
  /** What does not come, or comes without its time. */
  lost: Problem[]
  /** What was read, with a remark: harmless. */
  notes: Problem[]
  /** Why the row of a line has no time. */
  reasons: Map<number, Problem>
}

/** Something was cut off, or the whole was not read. */
const lossy = new Set([
  'lineCut',
  'textCut',
  'tooManyRows',
  'tooManyLines',
  'tooLarge',
  'empty',
  'notText',
  'notMarkdown',
  'zoneUnknown',
  'dateUnknown',
])
const unread = /(?:Unreadable|Unknown|Needed)$/

/** Tells what was lost from mere remarks: a remark that looks like an alarm teaches to overlook alarms. */
export function weighProblems({ snapshot, problems }: Reading): WeighedProblems {
  const timed = new Set<number>()
  const timeless = new Set<number>()
  for (const { at, day, source } of snapshot.timeline) {
    if (source?.line == null) continue
    if (at !== null || day !== null) timed.add(source.line)
    else timeless.add(source.line)
  }
  const weighed: WeighedProblems = { lost: [], notes: [], reasons: new Map() }
  for (const problem of problems) {
    const { line, code } = problem
    const isTimeless = line !== null && timeless.has(line)
    const isUnread = unread.test(code) && !(line !== null && timed.has(line))
    if (isTimeless && !weighed.reasons.has(line)) weighed.reasons.set(line, problem)
    if (lossy.has(code) || isTimeless || isUnread) weighed.lost.push(problem)
    else weighed.notes.push(problem)
  }
  return weighed
}
