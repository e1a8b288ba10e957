import { readDay } from '../../times/calendar.ts'
import { fold } from '../../times/fold.ts'
import type { Moment } from '../../times/moment.ts'
import { type WrittenZone, zoneNamedIn } from '../../times/zones.ts'
import { type Block, lineOfWords, linesOf } from './blocks.ts'
import { fullDatesIn } from './gather.ts'
import { leadingLabel, type Section, walk } from './sections.ts'

/** A fact of the document as a whole: a row of its table of facts, a bold label with words behind it, front matter. */
export interface Fact {
  name: string
  value: string
  line: number
}

export function factsOfBlock(block: Block): Fact[] {
  if (block.type === 'table') {
    return block.rows.flatMap((row) => {
      const [name, value, ...more] = row.cells.map(lineOfWords)
      return name && value && more.length === 0 ? [{ name, value, line: row.line }] : []
    })
  }
  if (block.type === 'list')
    return block.items.flatMap((item) => item.blocks.slice(0, 1).flatMap(factsOfBlock))
  if (block.type !== 'paragraph') return []
  return linesOf(block).flatMap(({ line, runs }) => {
    const label = leadingLabel(runs)
    const value = label ? lineOfWords(label.rest) : ''
    if (label && value !== '') return [{ name: label.text, value, line }]
    const plain = /^([^:：]{2,40})[:：]\s*(\S.*)$/.exec(lineOfWords(runs))
    return plain ? [{ name: plain[1] ?? '', value: plain[2] ?? '', line }] : []
  })
}

export function factsOf(root: Section): Fact[] {
  const kinds = new Set(['other', 'facts', 'summary', 'impact', 'detection', 'context'])
  return [...walk(root)]
    .filter((one) => kinds.has(one.kind))
    .flatMap((section) => {
      const own =
        section.level === 8 && section.blocks[0]?.type === 'paragraph'
          ? [{ name: section.title, value: lineOfWords(section.blocks[0].runs), line: section.line }]
          : []
      return [...own, ...section.blocks.flatMap(factsOfBlock)]
    })
}

const aboutTimes = /\btimes?\b|time ?zone|timestamps?|時刻|時間|日時|タイムゾーン|表記|標準時/i
/** A sentence that begins by speaking of times as such. */
const aboutAllTimes =
  /^[\s(*※]*(?:n(?:ote|b)[:,]? )?(?:(?:all|any|the following) (?:of )?(?:the )?)?(?:local )?(?:times?|timestamps?|dates? and times?|time ?zone)\b|全(?:ての)?時刻|(?:時刻|時間|日時)(?:は|表記|の表記)|タイムゾーン|タイムスタンプは/i
/** `All times in CET (GMT+1)`, `全時刻は JST。`: the zone that a sentence about times names. */
function zoneStatedIn(text: string, about: RegExp): WrittenZone | null {
  for (const sentence of fold(text).split(/[。\n]|\.\s/)) {
    if (!about.test(sentence) || sentence.length > 160) continue
    // A clock time in it makes it a sentence about that time, not about all.
    if (/\d{1,2}:\d{2}/.test(sentence)) continue
    const zone = zoneNamedIn(sentence)
    if (zone) return zone
  }
  return null
}

const proseOf = (section: Section): string[] =>
  section.blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [lineOfWords(block.runs)]
      : block.type === 'quote'
        ? block.blocks.flatMap((inner) => (inner.type === 'paragraph' ? [lineOfWords(inner.runs)] : []))
        : [],
  )

const itemsOf = (block: Block): string[] =>
  block.type === 'list'
    ? block.items.flatMap(({ blocks }) =>
        blocks.slice(0, 1).flatMap((first) => (first.type === 'paragraph' ? [lineOfWords(first.runs)] : [])),
      )
    : []

/** The zone that the document says its times are in; the timeline's own words before others'. */
export function statedZone(root: Section, facts: readonly Fact[]): WrittenZone | null {
  const sections = [...walk(root)]
  const isTimeline = (section: Section): boolean => section.kind === 'timeline'
  const ordered = [...sections.filter(isTimeline), ...sections.filter((section) => !isTimeline(section))]
  for (const section of ordered) {
    // What stands directly under the timeline's name is about the timeline; elsewhere a sentence has to say so itself.
    const own = isTimeline(section) && section.own === 'timeline'
    const items = isTimeline(section) ? section.blocks.flatMap(itemsOf) : []
    for (const text of [...proseOf(section), ...items]) {
      const zone = zoneStatedIn(text, own && !items.includes(text) ? aboutTimes : aboutAllTimes)
      if (zone) return zone
    }
  }
  const fact = facts.find(({ name }) => /time ?zone|タイムゾーン|標準時/i.test(name))
  return fact ? zoneNamedIn(fold(fact.value)) : null
}

export interface Anchor {
  /** The day that times without a date belong to. */
  day: string | null
  /** The year that dates without one belong to. */
  year: number | null
  line: number | null
  /** Taken from outside the timeline: to be shown to whoever imports. */
  from: 'document' | 'given' | 'file' | null
}

const firstDay = (moments: readonly Moment[]): string | null => {
  for (const moment of moments) {
    const read = moment.date ? readDay(moment.date, { near: null, year: null, orders: ['md'] }) : null
    if (read?.day) return read.day
  }
  return null
}

const incidentDates = [
  /発生日時|発生日|発生時刻|障害発生|影響期間|(?:incident|outage|impact) (?:date|start|window|period)|date of (?:the )?incident|start(?:ed)?(?: time)?$|開始日時/i,
  /検知日時|検知日|detected|インシデント日|対応日|^(?:incident )?date$|^日付$|^日時$|^発生$|^when$|^duration$|^period$|^期間$/i,
]

/** Where times without a date belong: what the text says first, then what was given, then the file's name. */
export function anchorOf(
  root: Section,
  facts: readonly Fact[],
  outside: { date: string | null; fileName: string; published: Fact | null },
): Anchor {
  const sections = [...walk(root)]
  const found = (day: string | null, line: number | null, from: Anchor['from']): Anchor | null =>
    day === null ? null : { day, year: Number(day.slice(0, 4)), line, from }
  const singleDay = (text: string): string | null => {
    const days = new Set(fullDatesIn(text).map((moment) => firstDay([moment])))
    return days.size === 1 ? ([...days][0] ?? null) : null
  }
  for (const section of sections.filter((one) => one.kind === 'timeline')) {
    for (const text of proseOf(section)) {
      if (!aboutTimes.test(text)) continue
      const stated = found(singleDay(text), section.line, 'document')
      if (stated) return stated
    }
  }
  for (const pattern of incidentDates) {
    for (const fact of facts.filter(({ name }) => pattern.test(name.trim()))) {
      const stated = found(firstDay(fullDatesIn(fact.value)), fact.line, 'document')
      if (stated) return stated
    }
    const titled = pattern === incidentDates[0] ? root.children.find((child) => child.level === 1) : undefined
    const stated = titled ? found(singleDay(titled.title), titled.line, 'document') : null
    if (stated) return stated
  }
  const summary = sections
    .filter((one) => one.kind === 'summary')
    .flatMap(proseOf)
    .join('\n')
  const told = found(
    singleDay(summary),
    sections.find((one) => one.kind === 'summary')?.line ?? null,
    'document',
  )
  if (told) return told
  const outer =
    found(outside.date, null, 'given') ??
    found(singleDay(outside.fileName.replace(/[_]/g, ' ')), null, 'file') ??
    (outside.published
      ? found(firstDay(fullDatesIn(outside.published.value)), outside.published.line, 'file')
      : null)
  if (outer) return outer
  const years = new Set(
    [sections.find((one) => one.level === 1)?.title ?? '', outside.fileName]
      .flatMap((text) => [...text.matchAll(/(?<!\d)(20\d{2})(?!\d)/g)])
      .map((match) => Number(match[1])),
  )
  const [year] = years
  return { day: null, year: years.size === 1 && year !== undefined ? year : null, line: null, from: null }
}
