import { limits, type Problem, plainTextOf, type TimelineEntry, timelineEntrySchema } from '@kintsugi/model'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Block } from './blocks.ts'
import { problemAt } from './clockwork.ts'
import type { ResolvedRow } from './resolve.ts'
import { richTextFrom, within } from './richText.ts'

export interface EntryMaking {
  newId: () => string
  batch: string
  /** The document's lines, for keeping what was written. */
  lines: readonly string[]
  format: string
}

const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** The same row read again has the same id: what it says and when, not where it stands. */
export function externalIds(): (when: string, words: string) => string {
  const seen = new Map<string, number>()
  return (when, words) => {
    const key = bytesToHex(sha256(utf8ToBytes(`${when}\n${normal(words)}`))).slice(0, 32)
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}-${count}`
  }
}

function evidenceOf(blocks: readonly Block[], newId: () => string): TimelineEntry['evidence'] {
  const found = new Map<string, string>()
  const visit = (block: Block): void => {
    if (block.type === 'quote') block.blocks.forEach(visit)
    else if (block.type === 'list') for (const item of block.items) item.blocks.forEach(visit)
    else if (block.type === 'paragraph') {
      for (const run of block.runs) {
        const href = run.marks.find((mark) => mark.type === 'link')?.attrs?.href
        if (typeof href === 'string' && href.length <= 2000)
          found.set(href, `${found.get(href) ?? ''}${run.text}`)
      }
    }
  }
  blocks.forEach(visit)
  return [...found].map(([url, words]) => {
    const label = words.trim().replace(/\s+/g, ' ')
    return { id: newId(), url, label: label === url ? '' : label.slice(0, 300) }
  })
}

/** Rows in their printed order → entries; `rank` keeps that order where two share an instant. */
export function entriesFrom(
  rows: readonly ResolvedRow[],
  making: EntryMaking,
): { entries: TimelineEntry[]; problems: Problem[] } {
  const idOf = externalIds()
  const problems: Problem[] = []
  const entries = rows.flatMap((resolved, index) => {
    const { row } = resolved
    const blocks: Block[] = [{ type: 'paragraph', line: row.line, runs: row.runs }, ...row.blocks]
    const shown = row.runs.some((run) => run.text.trim() !== '') ? blocks : row.blocks
    const { text, cut } = within(richTextFrom(shown), limits.noteTextLength)
    if (cut) problems.push(problemAt(row.line, 'textCut', { limit: limits.noteTextLength }))
    const instants = [resolved.at, ...resolved.also]
    return instants.map((at, i) =>
      timelineEntrySchema.parse({
        id: making.newId(),
        at,
        until: i === 0 ? resolved.until : null,
        approx: resolved.approx,
        day: at === null ? resolved.day : null,
        text,
        actor: row.actor,
        ...(row.kind ? { kind: row.kind } : {}),
        ...(row.certainty ? { certainty: row.certainty } : {}),
        milestone: i === 0 ? row.milestone : null,
        evidence: evidenceOf(
          [...shown, { type: 'paragraph', line: row.line, runs: row.links }],
          making.newId,
        ),
        rank: rankOf(index),
        source: {
          format: making.format,
          batch: making.batch,
          externalId: idOf(at ?? `${resolved.day ?? ''} ${row.stampText}`, plainTextOf(text)),
          line: row.line,
          original: (making.lines[row.line - 1] ?? '').trim().slice(0, 4000),
        },
      }),
    )
  })
  return { entries, problems }
}

/** Order keys in the alphabet of fractional indexing, so that the board can put something between two of them. */
export function rankOf(index: number): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let rest = index
  let tail = ''
  for (let i = 0; i < 3; i++) {
    tail = digits.charAt(rest % 62) + tail
    rest = Math.floor(rest / 62)
  }
  return `c${tail}`
}
