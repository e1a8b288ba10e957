import {
  type Evidence,
  limits,
  type Problem,
  type RichText,
  type RichTextNode,
  richTextOf,
  type TimelineEntry,
  timelineEntrySchema,
  toInstant,
} from '@kintsugi/model'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { problemOf } from '../lines.ts'
import { rankOf } from '../markdown/entries.ts'
import { within } from '../markdown/richText.ts'
import { addressesIn } from './permalink.ts'

const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** What a source says of one thing that happened. */
export interface Told {
  line: number
  epochMs: number | null
  approx: boolean
  /** What is known of the time where the instant is not: `21:54`. */
  written: string
  speaker: string
  kind: TimelineEntry['kind']
  said: readonly string[]
  original: string
  /** Compared to the minute, since one layout shows seconds and another does not. */
  toTheMinute: boolean
}

const quoteSign = /^ {0,3}(?:>|&gt;) ?/

/** Lines that begin with `>` are somebody else's words. */
function richTextFrom(said: readonly string[]): RichText {
  if (!said.some((line) => quoteSign.test(line))) return richTextOf(said.join('\n'))
  const content: RichTextNode[] = []
  let quote: RichTextNode[] | null = null
  for (const line of said) {
    const quoted = quoteSign.test(line)
    const [paragraph = { type: 'paragraph' as const }] = richTextOf(line.replace(quoteSign, '')).content
    if (!quoted) {
      quote = null
      content.push(paragraph)
    } else if (quote) quote.push(paragraph)
    else {
      quote = [paragraph]
      content.push({ type: 'blockquote', content: quote })
    }
  }
  return { type: 'doc', content }
}

/** Surely within the limit, whatever its characters and paragraphs take as JSON; measuring every message takes long. */
function isShort(said: readonly string[]): boolean {
  const length = said.reduce((sum, line) => sum + line.length, 0)
  return length * 6 + said.length * 150 < limits.noteTextLength
}

/** The board's own way to make entries from what sources tell: same words by the same person in the same minute are the same. */
export class EntryMaker {
  private readonly seen = new Map<string, number>()
  private readonly blank = timelineEntrySchema.parse({ id: 'A'.repeat(22) })
  readonly problems: Problem[] = []

  private readonly format: string
  private readonly batch: string
  private readonly newId: () => string

  constructor(format: string, batch: string, newId: () => string) {
    this.format = format
    this.batch = batch
    this.newId = newId
  }

  private externalId(told: Told): string {
    const { epochMs } = told
    const when =
      epochMs === null
        ? told.written
        : toInstant(told.toTheMinute ? Math.floor(epochMs / 60_000) * 60_000 : epochMs)
    const words = told.said.map((line) => line.replace(quoteSign, '')).join('\n')
    const spoken = `${when}\n${normal(told.speaker)}\n${normal(words)}`
    const key = bytesToHex(sha256(utf8ToBytes(spoken))).slice(0, 32)
    const count = (this.seen.get(key) ?? 0) + 1
    this.seen.set(key, count)
    return count === 1 ? key : `${key}-${count}`
  }

  private evidence(told: Told): Evidence[] {
    const urls = addressesIn(
      `${told.said.join('\n')}\n${told.original.includes('/archives/') ? told.original : ''}`,
    )
    return urls.map((url) => ({ id: this.newId(), url, label: '' }))
  }

  entry(told: Told, index: number): TimelineEntry {
    const whole = richTextFrom(told.said)
    const { text, cut } = isShort(told.said)
      ? { text: whole, cut: false }
      : within(whole, limits.noteTextLength)
    if (cut) this.problems.push(problemOf('textCut', { limit: limits.noteTextLength }, told.line))
    return {
      ...this.blank,
      id: this.newId(),
      at: told.epochMs === null ? null : toInstant(told.epochMs),
      approx: told.approx,
      kind: told.kind,
      text,
      evidence: this.evidence(told),
      rank: rankOf(index),
      source: {
        format: this.format,
        batch: this.batch,
        externalId: this.externalId(told),
        line: told.line,
        original: told.original,
      },
    }
  }
}
