import type { TimelineEntry } from '@kintsugi/model'
import type { Moment } from '../../times/moment.ts'
import { readStamp, type Stamp } from '../../times/stamp.ts'
import type { WrittenZone } from '../../times/zones.ts'
import type { Block, Run } from './blocks.ts'

/** One row of a timeline as the document has it, before its place in time is known. */
export interface Row {
  type: 'row'
  line: number
  stamp: Stamp | null
  /** What stands where the time should be. */
  stampText: string
  runs: Run[]
  /** The words of the time: a link on them shows that it is so. */
  links: Run[]
  /** What belongs to the row below its first words. */
  blocks: Block[]
  actor: string
  /** Of the column; the row's own stamp may name another. */
  zone: WrittenZone | null
  /** The column's header says that its times are rough. */
  rough: boolean
  /** `E1`: how other tables of the document refer to it. */
  number: string
  /** What columns of their own say; null where there is none. */
  kind: TimelineEntry['kind'] | null
  milestone: TimelineEntry['milestone']
  certainty: TimelineEntry['certainty'] | null
  /** The same time in a second column. */
  twin: { stamp: Stamp; zone: WrittenZone | null } | null
}
/** A day that holds for the rows after it. */
export interface DayMark {
  type: 'day'
  line: number
  moment: Moment
  text: string
}
/** A new list begins: what came before says nothing about the order of what follows. */
export interface ListStart {
  type: 'list'
  line: number
  /** Rows go on where the list before ended (subsections of one timeline). */
  continues: boolean
  zone: WrittenZone | null
}
/** Words of a timeline without a time of their own. */
export interface Stray {
  type: 'stray'
  line: number
  blocks: Block[]
}
export type TimelineEvent = Row | DayMark | ListStart | Stray

export const emptyRow = (line: number): Row => ({
  type: 'row',
  line,
  stamp: null,
  stampText: '',
  runs: [],
  links: [],
  blocks: [],
  actor: '',
  zone: null,
  rough: false,
  number: '',
  kind: null,
  milestone: null,
  certainty: null,
  twin: null,
})

/** A whole text about time: a cell, a heading; what is no time in it is the stamp's remark. */
export function wholeStamp(folded: string): Stamp | null {
  const trimmed = folded.replace(/^[\s[(<*]+/, (lead) => ' '.repeat(lead.length))
  const stamp = readStamp(trimmed, 0, 'cell')
  if (!stamp) return null
  const rest = trimmed.slice(stamp.end).replace(/^[\s\])>*:.,、。-]+|[\s\])>*:.,、。-]+$/g, '')
  return rest === '' ? stamp : { ...stamp, remark: `${stamp.remark} ${rest}`.trim() }
}

export function saysDay(moment: Moment): boolean {
  return (
    moment.date !== null || moment.dayShift !== null || moment.dayNumber !== null || moment.weekday !== null
  )
}
/** Only a day, no time of any kind. */
export function isDayOnly(stamp: Stamp): boolean {
  const { start } = stamp
  return saysDay(start) && !start.clock && !start.holed && !start.unknown && start.part === null
}
