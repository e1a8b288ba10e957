import { readDate } from '../../times/date.ts'
import { fold } from '../../times/fold.ts'
import type { Moment } from '../../times/moment.ts'
import { readMoment } from '../../times/moment.ts'
import { behindStamp, type Stamp } from '../../times/stamp.ts'
import { zoneNamedIn } from '../../times/zones.ts'
import { type Block, lineOfWords, sliceRuns, wordsOf } from './blocks.ts'
import { itemEvents, leadingStamp, paragraphRows, trailingStamp } from './lists.ts'
import { emptyRow, isDayOnly, type Row, saysDay, type TimelineEvent, wholeStamp } from './rows.ts'
import { type Section, walk } from './sections.ts'
import { tableRows, timeTable } from './tables.ts'
import type { SectionKind } from './vocabulary.ts'

/** Every full date in a text (year, month and day), in order. */
export function fullDatesIn(text: string): Moment[] {
  const folded = fold(text)
  const found: Moment[] = []
  let at = 0
  for (const word of folded.matchAll(/(?<![A-Za-z0-9/-])[A-Za-z0-9令]/g)) {
    if (word.index < at) continue
    const date = readDate(folded, word.index)
    if (!date?.readings.some((one) => one.year !== null && one.day !== null)) continue
    const moment = readMoment(folded, word.index, { expected: false })
    if (!moment?.date) continue
    found.push(moment)
    at = date.end
  }
  return found
}

interface Heading {
  stamp: Stamp
  /** Where its words begin. */
  words: number
}
function headingStamp(section: Section): Heading | null {
  const folded = fold(wordsOf(section.runs))
  const whole = wholeStamp(folded)
  if (whole && /^[\s:)\]*]*$/.test(folded.slice(whole.end))) return { stamp: whole, words: folded.length }
  const lead = leadingStamp(folded)
  if (lead) return { stamp: lead.stamp, words: lead.end }
  const { start } = whole ?? { start: null }
  const day = start && (start.weekday !== null || start.dayNumber !== null || start.dayShift !== null)
  return whole && day && /^\s*[-:,(]/.test(folded.slice(whole.end))
    ? { stamp: whole, words: behindStamp(folded, whole.end) }
    : null
}

class Gatherer {
  readonly events: TimelineEvent[] = []
  /** The row that following paragraphs, lists and code belong to. */
  private open: Row | null = null

  section(section: Section, continues: boolean): void {
    const from = this.events.length
    const zone = zoneNamedIn(fold(section.title))
    const heading = headingStamp(section)
    if (heading || !continues || zone) {
      this.events.push({ type: 'list', line: section.line, continues, zone })
    }
    if (heading) this.heading(section, heading)
    else {
      this.day(section.title, section.line)
      if (this.open && continues) this.continueWith(section)
      else this.open = null
    }
    for (const block of section.blocks) this.block(block)
    for (const child of section.children) {
      if (child.kind === 'timeline') this.section(child, true)
    }
    if (heading) this.settleDay(section)
    else if (continues) this.settlePhase(section, from)
  }

  /** `### Alert fired (10:05 UTC)` is a row where no row below it tells more. */
  private settlePhase(section: Section, from: number): void {
    if (this.events.slice(from).some((event) => event.type === 'row')) return
    const folded = fold(wordsOf(section.runs))
    const trail = trailingStamp(folded)
    if (!trail?.stamp.start.clock) return
    const row = emptyRow(section.line)
    row.stamp = trail.stamp
    row.stampText = folded.slice(trail.stamp.from, trail.stamp.end).trim()
    row.runs = sliceRuns(section.runs, 0, trail.from)
    row.blocks = [...section.blocks]
    this.events.push(row)
    this.open = null
  }

  private day(title: string, line: number): void {
    const [only, ...more] = fullDatesIn(title)
    if (only && more.length === 0) this.events.push({ type: 'day', line, moment: only, text: title })
  }

  private heading(section: Section, { stamp, words }: Heading): void {
    const folded = fold(wordsOf(section.runs))
    const text = folded.slice(stamp.from, stamp.end).trim()
    this.open = null
    if (isDayOnly(stamp)) {
      this.events.push({ type: 'day', line: section.line, moment: stamp.start, text })
      return
    }
    const row = emptyRow(section.line)
    row.stamp = stamp
    row.stampText = text
    row.runs = sliceRuns(section.runs, words)
    this.events.push(row)
    this.open = row
  }

  /** A day heading with no timed row below it is itself the row. */
  private settleDay(section: Section): void {
    const at = this.events.findIndex((event) => event.type === 'day' && event.line === section.line)
    const mark = this.events[at]
    if (mark?.type !== 'day' || this.events.slice(at).some((event) => event.type === 'row')) return
    const heading = headingStamp(section)
    if (!heading) return
    const row = emptyRow(section.line)
    row.stamp = heading.stamp
    row.stampText = mark.text
    row.runs = sliceRuns(section.runs, heading.words)
    row.blocks = [...section.blocks]
    if (lineOfWords(row.runs) !== '' || row.blocks.length > 0)
      this.events.splice(at, this.events.length - at, row)
  }

  private continueWith(section: Section): void {
    this.open?.blocks.push({ type: 'paragraph', line: section.line, runs: section.runs })
  }

  private block(block: Block): void {
    switch (block.type) {
      case 'paragraph': {
        const folded = fold(wordsOf(block.runs))
        const whole = wholeStamp(folded)
        if (
          whole &&
          isDayOnly(whole) &&
          whole.remark === '' &&
          /^[\s:)\]*]*$/.test(folded.slice(whole.end))
        ) {
          this.open = null
          this.events.push({ type: 'day', line: block.line, moment: whole.start, text: folded.trim() })
          return
        }
        const rows = paragraphRows(block, false)
        this.events.push(...rows)
        if (rows.length > 0) this.open = rows.at(-1) ?? null
        else this.open?.blocks.push(block)
        return
      }
      case 'list': {
        const events = block.items.flatMap((item) => itemEvents(item))
        if (!events.some((event) => event.type === 'row') && this.open) this.open.blocks.push(block)
        else {
          this.open = null
          this.events.push(...events)
        }
        return
      }
      case 'table': {
        const table = timeTable(block)
        if (table) {
          this.open = null
          this.events.push(...tableRows(table))
        } else this.open?.blocks.push(block)
        return
      }
      case 'quote':
        for (const inner of block.blocks) this.block(inner)
        return
      case 'code':
        this.open?.blocks.push(block)
        return
      case 'heading':
        return
    }
  }
}

const stamped = (event: TimelineEvent): event is Row =>
  event.type === 'row' &&
  event.stamp !== null &&
  (event.stamp.start.clock !== null || saysDay(event.stamp.start))

/** Rows of a section that is not called a timeline count when most of a list's items begin with a time. */
function incidental(section: Section): TimelineEvent[] {
  const gatherer = new Gatherer()
  gatherer.section({ ...section, children: [], blocks: section.blocks.filter(isDense) }, false)
  return gatherer.events.filter(stamped).length >= 2 ? gatherer.events : []
}
function isDense(block: Block): boolean {
  if (block.type === 'table') return timeTable(block, true) !== null
  if (block.type !== 'list') return true
  const rows = block.items.filter((item) => {
    const first = item.blocks[0]
    return first?.type === 'paragraph' && leadingStamp(fold(wordsOf(first.runs))) !== null
  })
  return rows.length >= 2
    ? rows.length * 2 >= block.items.length
    : !block.items.some((item) => itemEvents(item).some(stamped))
}

const besideTimeline: ReadonlySet<SectionKind> = new Set(['context', 'mixed', 'resolution', 'detection'])
const neverRows: ReadonlySet<SectionKind> = new Set([
  'actions',
  'lessons',
  'legend',
  'references',
  'whys',
  'direct',
  'root',
  'contributing',
  'causes',
  'wentWell',
  'wentPoorly',
  'lucky',
  'tries',
  'people',
])

/** What the document tells in time, in its order. */
export function gatherEvents(root: Section): TimelineEvent[] {
  const sections = [...walk(root)]
  const told = sections.some((section) => {
    if (section.kind !== 'timeline' || section.parent?.kind === 'timeline') return false
    const gatherer = new Gatherer()
    gatherer.section(section, false)
    return gatherer.events.some((event) => event.type === 'row')
  })
  const gatherer = new Gatherer()
  let before: Section | null = null
  for (const section of sections) {
    if (section.kind === 'timeline') {
      if (section.parent?.kind === 'timeline') continue
      // A sibling whose heading is a time goes on with the timeline before it.
      const goesOn = before !== null && before.parent === section.parent && section.own === 'other'
      gatherer.section(section, goesOn)
      before = section
    } else if (told ? besideTimeline.has(section.kind) : !neverRows.has(section.kind)) {
      gatherer.events.push(...incidental(section))
    }
  }
  return gatherer.events
}
