import {
  limits,
  type Problem,
  plainTextOf,
  richTextOf,
  type TimelineEntry,
  timelineEntrySchema,
} from '@kintsugi/model'
import type { ColumnRole } from '../columns.ts'
import { problemAt } from '../markdown/clockwork.ts'
import { externalIds, rankOf } from '../markdown/entries.ts'
import type { ResolvedRow } from '../markdown/resolve.ts'
import { within } from '../markdown/richText.ts'
import { linksIn } from './cellLinks.ts'
import { certaintyNamed, kindNamed, milestoneNamed } from './cellWords.ts'
import type { EventLine } from './readRows.ts'

interface Making {
  newId: () => string
  batch: string
  format: string
}

const longestName = 100
const longestOriginal = 4000

/** Rows with their place in time → entries; what a cell says and no entry can hold is reported and stays in the original. */
export function makeEntries(
  rows: readonly ResolvedRow[],
  lines: readonly EventLine[],
  { newId, batch, format }: Making,
): { entries: TimelineEntry[]; problems: Problem[] } {
  const problems: Problem[] = []
  const sourceOf = new Map(lines.map((line) => [line.row, line]))
  const idOf = externalIds()
  const taken = new Map<string, number>()
  const entries = rows.flatMap((resolved, index): TimelineEntry[] => {
    const line = sourceOf.get(resolved.row)
    if (!line) return []
    const at = resolved.row.line
    const report = (code: string, args: Problem['args'] = {}): void => {
      problems.push(problemAt(at, code, args))
    }
    const named = <T>(role: ColumnRole, read: (cell: string) => T | null, code: string): T | null => {
      const cell = line.cell(role)
      const found = cell === '' ? null : read(cell)
      if (cell !== '' && found === null) report(code, { text: cell.slice(0, 80) })
      return found
    }
    const short = (role: ColumnRole): string => {
      const cell = line.cell(role).replace(/\s+/g, ' ')
      if (cell.length > longestName) report('cellCut', { text: cell.slice(0, 40), limit: longestName })
      return cell.slice(0, longestName)
    }
    const { text, cut } = within(richTextOf(line.words.replace(/\n{3,}/g, '\n\n')), limits.noteTextLength)
    if (cut) report('textCut', { limit: limits.noteTextLength })
    const { links, refused } = linksIn(line.cell('evidence'))
    for (const address of refused) report('linkRefused', { text: address.slice(0, 80) })
    const milestone = named('milestone', milestoneNamed, 'milestoneUnknown')
    const before = milestone === null ? undefined : taken.get(milestone.name)
    if (before !== undefined)
      report('milestoneTwice', { text: line.cell('milestone').slice(0, 80), previousLine: before })
    if (milestone !== null && before === undefined && resolved.at !== null) taken.set(milestone.name, at)
    const stated = milestone !== null && before === undefined && resolved.at !== null
    const kind = named('kind', kindNamed, 'kindUnknown')
    const certainty = named('certainty', certaintyNamed, 'certaintyUnknown')
    return [
      timelineEntrySchema.parse({
        id: newId(),
        at: resolved.at,
        until: resolved.until,
        approx: resolved.approx,
        day: resolved.at === null ? resolved.day : null,
        text,
        actor: short('actor'),
        track: short('track'),
        ...(kind === null ? {} : { kind }),
        ...(certainty === null ? {} : { certainty }),
        milestone: stated ? milestone : null,
        evidence: links.map((link) => ({ id: newId(), ...link })),
        rank: rankOf(index),
        source: {
          format,
          batch,
          externalId: idOf(
            resolved.at ?? `${resolved.day ?? ''} ${resolved.row.stampText}`,
            plainTextOf(text),
          ),
          line: at,
          original: line.source.raw.slice(0, longestOriginal).trim(),
        },
      }),
    ]
  })
  return { entries, problems }
}
