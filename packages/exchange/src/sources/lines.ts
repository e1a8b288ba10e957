import { isDay, limits, type Problem } from '@kintsugi/model'
import type { WrittenZone } from '../times/zones.ts'
import { zoneNamed } from '../times/zones.ts'
import type { ReadContext } from './source.ts'

/** Far beyond any chat or log that somebody reads through; keeps the work bounded whatever comes in. */
export const lineLimits = { lines: 500_000, lineLength: 20_000 } as const

export const problemOf = (code: string, args: Problem['args'] = {}, line: number | null = null): Problem => ({
  code,
  line,
  args,
})

export interface PlainLines {
  /** Line by line as in the input, without what is no text; null where there is nothing to read. */
  lines: string[] | null
  problems: Problem[]
}

const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g
const blanks = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g

/** Plain text by line: no control or direction signs, no halves of characters, every blank a plain one. */
export function plainLines(raw: string): PlainLines {
  const refuse = (problem: Problem): PlainLines => ({ lines: null, problems: [problem] })
  const size = raw.length > limits.importBytes ? raw.length : new TextEncoder().encode(raw).length
  if (size > limits.importBytes) return refuse(problemOf('logTooLarge', { limit: limits.importBytes, size }))
  if (raw.trim() === '') return refuse(problemOf('empty'))
  const head = raw.slice(0, 8000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
  const strange = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  if (head.includes('\0') || strange * 20 > head.length) return refuse(problemOf('notText'))
  const written = raw.replace(/\r\n?/g, '\n').split('\n')
  if (written.length > lineLimits.lines) {
    return refuse(problemOf('tooManyLines', { limit: lineLimits.lines, count: written.length }))
  }
  const problems: Problem[] = []
  const lines = written.map((line, i) => {
    const whole = line.length <= lineLimits.lineLength
    if (!whole) problems.push(problemOf('lineCut', { limit: lineLimits.lineLength }, i + 1))
    const kept = whole ? line : line.slice(0, lineLimits.lineLength)
    return kept.toWellFormed().replace(unseen, '').replace(blanks, ' ')
  })
  return { lines, problems }
}

export interface Given {
  zone: WrittenZone
  /** The zone is nobody's word but a guess. */
  assumed: boolean
  /** Day for times without any. */
  day: string | null
  problems: Problem[]
}

const utc = zoneNamed('UTC') as WrittenZone

/** The zone and the day that a reading starts from, and what has to be said about them. */
export function givenIn(context: ReadContext): Given {
  const problems: Problem[] = []
  const zone = context.zone === null ? null : zoneNamed(context.zone)
  if (context.zone !== null && !zone) problems.push(problemOf('zoneUnknown', { zone: context.zone }))
  const day = context.date !== null && isDay(context.date) ? context.date : null
  if (context.date !== null && day === null) problems.push(problemOf('dateUnknown', { date: context.date }))
  return { zone: zone ?? utc, assumed: zone === null, day, problems }
}

/** A day in a file's name: `slack-2026-04-18.txt`. */
export function dayInName(fileName: string): string | null {
  const found = /(?<!\d)(20\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(fileName)
  const day = found ? `${found[1]}-${found[2]}-${found[3]}` : ''
  return isDay(day) ? day : null
}

/** By line, those about the whole text first; each said once. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...once.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

/** Passes on how far a reading has come, every few hundred lines. */
export function progressOf(context: ReadContext, total: number): (done: number) => void {
  let next = 500
  return (done) => {
    if (done < next && done < total) return
    next = done + 500
    context.onProgress?.(Math.min(done, total), total)
  }
}
