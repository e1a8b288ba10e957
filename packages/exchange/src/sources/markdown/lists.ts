import { fold } from '../../times/fold.ts'
import { behindStamp, endsCleanly, readStamp, type Stamp } from '../../times/stamp.ts'
import {
  type Block,
  type Item,
  linesOf,
  type Paragraph,
  plainOf,
  type Run,
  sliceRuns,
  wordsOf,
} from './blocks.ts'
import { type DayMark, emptyRow, isDayOnly, type Row, type Stray, saysDay } from './rows.ts'

const placeholder =
  /^\s*(?:\[\s*(?:[?？xX]+(?::[?？xX]+)?|-+|tbd|tbc|unknown|不明)\s*\]|(?:[?？]{2,}|--:--))(?=\s|:|-|$)/i

/** A stamp at the very beginning of words, sure enough to make a row of them. */
export function leadingStamp(folded: string): { stamp: Stamp; end: number } | null {
  const lead =
    /^(?:[\s[(<*]|\p{Extended_Pictographic}|\ufe0f|:[a-z_]+:(?=\s))*/u.exec(folded)?.[0].length ?? 0
  const bracketed = /[[(<]/.test(folded.slice(0, lead))
  const stamp = readStamp(folded, lead, 'lead')
  if (!stamp) return null
  const closed = bracketed ? /^\s*[\])>]/.exec(folded.slice(stamp.end)) : null
  if (bracketed && !closed) return null
  const end = stamp.end + (closed?.[0].length ?? 0)
  if (!endsCleanly(folded, end)) return null
  const { start } = stamp
  const closes = closed !== null || /^\s*(?:$|[:|;]|-{1,3}|→|、|,)/.test(folded.slice(end))
  const exact = start.date?.readings.some((one) => one.day !== null && one.year !== null) === true
  const sure =
    start.clock !== null ||
    (start.holed !== null && (closes || start.date !== null)) ||
    (start.date !== null && (start.part !== null || start.unknown)) ||
    (closes &&
      (exact || start.unknown || start.dayShift !== null || start.date !== null || start.part !== null)) ||
    (start.date?.unreadable === true && closes)
  return sure ? { stamp, end: behindStamp(folded, end) } : null
}

/** `First detected: 2023-01-05 10:15`: words with their time behind them. */
export function trailingStamp(folded: string): { stamp: Stamp; from: number } | null {
  const date = /(?:[\s:]|^)(?=[[(]?\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{4}年)/.exec(folded)
  const labelled = /^[^:]{1,60}:\s*(?=\S)/.exec(folded)
  const last = /\((?=([^()]*)\)\s*$)/.exec(folded)
  const inBrackets = /\d{1,2}:\d{2}/.test(last?.[1] ?? '') ? last : null
  for (const found of [date, labelled, inBrackets]) {
    if (!found) continue
    const from = found.index + found[0].length
    const stamp = readStamp(
      folded.replace(/[)\]]\s*$/, (tail) => (folded.slice(from).includes('(') ? tail : ' ')),
      from,
      'lead',
    )
    if (!stamp || !/^[\s.。)\]]*$/.test(folded.slice(stamp.end))) continue
    const sure =
      stamp.start.clock !== null || stamp.start.unknown || stamp.start.holed !== null || found === date
    if (sure) return { stamp, from: found.index }
  }
  return null
}

function rowOf(line: number, runs: Run[], stamp: Stamp, from: number, to: number): Row {
  const row = emptyRow(line)
  row.stamp = stamp
  row.stampText = fold(wordsOf(runs)).slice(stamp.from, stamp.end).trim()
  row.runs = [...sliceRuns(runs, 0, from), ...sliceRuns(runs, to)]
  row.links = sliceRuns(runs, from, to)
  return row
}

/** `At 13:45 the team noticed`: in a list the time stands for the row, in prose it is a part of it. */
const atTime = /^\s*(?:At|On|By) (?=(?:about |around |~)?\d)/

/** The row that begins a paragraph, if one does. */
export function rowFrom(line: number, runs: Run[], trailing: boolean): Row | null {
  const folded = fold(wordsOf(runs))
  const skip = trailing ? (atTime.exec(folded)?.[0].length ?? 0) : 0
  const lead = leadingStamp(' '.repeat(skip) + folded.slice(skip))
  if (lead) return rowOf(line, runs, lead.stamp, 0, lead.end)
  const open = placeholder.exec(folded)
  if (open) {
    const row = emptyRow(line)
    row.stampText = open[0].trim()
    row.runs = sliceRuns(runs, behindStamp(folded, open[0].length))
    return row
  }
  const trail = trailing ? trailingStamp(folded) : null
  if (!trail) return null
  const row = rowOf(line, runs, trail.stamp, trail.from, Number.POSITIVE_INFINITY)
  row.runs = sliceRuns(runs, 0, folded.slice(0, trail.from).replace(/[\s:(（-]+$/, '').length)
  return row
}

const hangs =
  /(?:\b(?:at|by|until|till|from|to|around|since|before|after|between|and|the)|,|、|の|は|が|を|に|で)\s*$/i

/** A paragraph's rows: one, or one a line where further lines begin with a time of their own. */
export function paragraphRows(paragraph: Paragraph, trailing: boolean): Row[] {
  const lines = linesOf(paragraph)
  const starts = lines.map(({ line, runs }, i) => {
    const before = lines[i - 1]
    return before && hangs.test(wordsOf(before.runs)) ? null : rowFrom(line, runs, trailing && i === 0)
  })
  const first = starts[0]
  if (!first) return []
  if (starts.filter((row) => row !== null).length === 1) {
    const row = rowFrom(paragraph.line, paragraph.runs, trailing)
    return row ? [row] : []
  }
  const rows: Row[] = []
  lines.forEach(({ runs }, i) => {
    const row = starts[i]
    if (row) rows.push(row)
    else rows.at(-1)?.runs.push({ text: '\n', marks: [] }, ...runs)
  })
  return rows
}

export type ListEvent = Row | DayMark | Stray

/** Rows of a list; an item that is only a day, or only a name, with timed items below it, heads those. */
export function itemEvents(item: Item, trailing = true): ListEvent[] {
  const [first, ...rest] = item.blocks
  if (first?.type !== 'paragraph') return item.blocks.flatMap((block) => nestedEvents(block, trailing))
  const rows = paragraphRows(first, trailing)
  const last = rows.at(-1)
  const onlyDay =
    rows.length === 1 && last?.stamp !== null && last?.stamp !== undefined && isDayOnly(last.stamp)
  // Below a timed item, `label: 10:05` is a remark about it and no row.
  const below = rest.flatMap((block) => nestedEvents(block, trailing && (rows.length === 0 || onlyDay)))
  const timedBelow = below.some((event) => event.type === 'row')
  if (onlyDay && last?.stamp && timedBelow) {
    const mark: DayMark = { type: 'day', line: item.line, moment: last.stamp.start, text: last.stampText }
    return [mark, ...below]
  }
  const bareDay = rows.length === 0 ? readStamp(fold(wordsOf(first.runs)), 0, 'cell') : null
  if (bareDay && timedBelow && saysDay(bareDay.start) && !bareDay.start.clock) {
    return [{ type: 'day', line: item.line, moment: bareDay.start, text: plainOf(first) }, ...below]
  }
  if (last) {
    // Timed items below a timed item are rows of their own; anything else belongs to the row.
    if (timedBelow) return [...rows, ...below]
    last.blocks.push(...rest)
    return rows
  }
  if (timedBelow) return below
  return [{ type: 'stray', line: item.line, blocks: item.blocks }]
}

function nestedEvents(block: Block, trailing: boolean): ListEvent[] {
  if (block.type !== 'list') return []
  const events = block.items.flatMap((item) => itemEvents(item, trailing))
  return events.some((event) => event.type === 'row') ? events : []
}
