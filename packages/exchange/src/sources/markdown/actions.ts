import { type Action, actionSchema, limits, type Problem } from '@kintsugi/model'
import { readDay } from '../../times/calendar.ts'
import { readDate } from '../../times/date.ts'
import { fold } from '../../times/fold.ts'
import {
  type ActionColumn,
  actionColumn,
  aimNamed,
  assigneeWritten,
  dueWritten,
  isInterim,
  priorityNamed,
  saysDone,
  statusNamed,
} from './actionWords.ts'
import { type Block, type Item, lineOfWords, plainOf, type Run, type TableBlock } from './blocks.ts'
import { numbersIn } from './causeTable.ts'
import { problemAt } from './clockwork.ts'
import { rankOf } from './entries.ts'
import { richTextFrom, within } from './richText.ts'
import { leadingLabel, type Section, walk } from './sections.ts'

interface Found {
  line: number
  blocks: Block[]
  fields: Partial<Record<ActionColumn, Run[]>>
  checked: boolean | null
  section: Section
}

const nothing = /^(?:none|n\/?a|tbd|tbc|todo|-+|なし|無し|特になし|未定|検討中)\.?$/i

function tableActions(table: TableBlock, section: Section): Found[] {
  const [head, ...body] = table.rows
  const columns = (head?.cells ?? []).map((cell) => actionColumn(fold(lineOfWords(cell))))
  const text = columns.indexOf('text')
  const known = columns.filter((column) => column !== null && column !== 'number').length
  if (text < 0 || known < 2) return []
  return body.map((row) => {
    const fields: Found['fields'] = {}
    columns.forEach((column, i) => {
      const cell = row.cells[i]
      if (column && cell && !fields[column]) fields[column] = cell
    })
    const runs = row.cells[text] ?? []
    return {
      line: row.line,
      blocks: [{ type: 'paragraph', line: row.line, runs }],
      fields,
      checked: null,
      section,
    }
  })
}

/** `Short term:` with a list below it names a group; anything else with a list below it is one action with its parts. */
function itemActions(item: Item, section: Section): Found[] {
  const [first, ...rest] = item.blocks
  const lists = rest.filter((block) => block.type === 'list')
  if (first?.type === 'paragraph' && lists.length > 0) {
    const words = lineOfWords(first.runs)
    const label = leadingLabel(first.runs)
    const bare = label !== null && lineOfWords(label.rest) === ''
    if (bare || (/[:：]$/.test(words) && words.length <= 60)) {
      return lists.flatMap((list) => list.items.flatMap((inner) => itemActions(inner, section)))
    }
  }
  return [{ line: item.line, blocks: item.blocks, fields: {}, checked: item.checked, section }]
}

function sectionActions(section: Section): Found[] {
  // A list that explains the categories is none; the table after it may be the actions.
  const lists = section.kind === 'legend' ? [] : section.blocks.filter((block) => block.type === 'list')
  const tables = section.blocks.filter((block) => block.type === 'table')
  return [
    ...tables.flatMap((table) => tableActions(table, section)),
    ...lists.flatMap((list) => list.items.flatMap((item) => itemActions(item, section))),
  ].toSorted((a, b) => a.line - b.line)
}

function proseActions(section: Section): Found[] {
  return section.blocks.flatMap((block) =>
    block.type === 'paragraph' && !/[:：]$/.test(lineOfWords(block.runs))
      ? [{ line: block.line, blocks: [block], fields: {}, checked: null, section }]
      : [],
  )
}

function titlesOf(section: Section): string[] {
  const own = section.kind === 'actions' ? [section.title] : []
  return section.parent && section.parent.kind === 'actions' ? [...own, ...titlesOf(section.parent)] : own
}

const ticketWords = /^#?\d+$|^[A-Z][A-Z0-9]+-\d+$|\b(?:ticket|issue|チケット)\b/i
const ticketUrl = /\/(?:issues|browse|pull|merge_requests|-\/issues|tickets?)\/[\w-]*\d/i
function ticketOf(found: Found): string {
  const column = found.fields.ticket
  if (column) {
    const href = column.flatMap((run) => run.marks).find((mark) => mark.type === 'link')?.attrs?.href
    const plain = lineOfWords(column)
      .replace(/\b(?:done|todo|in progress|wip|open|closed)\b|完了|未着手|対応中/gi, '')
      .trim()
    const words = typeof href === 'string' ? href : plain
    return nothing.test(words) ? '' : words
  }
  const runs = found.blocks.flatMap((block) => (block.type === 'paragraph' ? block.runs : []))
  for (const run of runs) {
    const href = run.marks.find((mark) => mark.type === 'link')?.attrs?.href
    if (typeof href === 'string' && (ticketUrl.test(href) || ticketWords.test(run.text.trim()))) return href
  }
  return ''
}

function dayWritten(words: string, near: string | null): string | null {
  const folded = fold(words)
  for (const start of folded.matchAll(/(?<![A-Za-z0-9/-])[A-Za-z0-9]/g)) {
    const date = readDate(folded, start.index)
    const read = date ? readDay(date, { near, year: null, orders: ['md'] }) : null
    if (read?.day) return read.day
  }
  return null
}

function isSaid({ blocks }: Found): boolean {
  const text = blocks.map(plainOf).join(' ').trim()
  return text !== '' && !nothing.test(text)
}

export interface ActionsRead {
  actions: Action[]
  /** Numbers of the causes that actions answer, as a column of their table says. */
  answers: { actionId: string; numbers: string[] }[]
  problems: Problem[]
}

/** Actions as the document's tables, lists and, where there is nothing else, paragraphs name them. */
export function readActions(
  root: Section,
  making: { newId: () => string; batch: string; near: string | null },
): ActionsRead {
  const problems: Problem[] = []
  const answers: ActionsRead['answers'] = []
  const sections = [...walk(root)].filter(
    (section) =>
      section.kind === 'actions' || (section.kind === 'legend' && section.parent?.kind === 'actions'),
  )
  const found = sections.flatMap(sectionActions)
  const tops = sections.filter((section) => section.parent?.kind !== 'actions' && section.kind === 'actions')
  for (const top of tops) {
    const within = new Set(walk(top))
    if (found.some(({ section }) => within.has(section))) continue
    const prose = [...within].filter(({ kind }) => kind === 'actions').flatMap(proseActions)
    for (const { line } of prose.filter(isSaid)) problems.push(problemAt(line, 'actionFromProse'))
    found.push(...prose)
  }
  const actions = found.filter(isSaid).map((one, index) => {
    const words = one.blocks.map(plainOf).join('\n')
    const titles = titlesOf(one.section)
    const column = (name: ActionColumn): string => lineOfWords(one.fields[name] ?? [])
    const { text, cut } = within(richTextFrom(one.blocks), limits.noteTextLength)
    if (cut) problems.push(problemAt(one.line, 'textCut', { limit: limits.noteTextLength }))
    const dueWords = column('due') || (dueWritten.exec(words)?.[1] ?? '').trim()
    const due = dayWritten(dueWords, making.near)
    if (due === null && /\d/.test(dueWords))
      problems.push(problemAt(one.line, 'dueUnreadable', { text: dueWords.slice(0, 80) }))
    const done =
      one.checked === true || saysDone(words) || titles.some((title) => statusNamed(title) === 'done')
    const assignee = column('assignee') || (assigneeWritten.exec(words)?.[1] ?? '').trim()
    const id = making.newId()
    const numbers = numbersIn(column('answers'))
    if (numbers.length > 0) answers.push({ actionId: id, numbers })
    return actionSchema.parse({
      id,
      text,
      aim: aimNamed(column('aim')) ?? titles.map(aimNamed).find((aim) => aim !== null) ?? null,
      permanent: !isInterim([column('aim'), ...titles].join(' ')),
      assignee: nothing.test(assignee) ? '' : assignee.slice(0, 100),
      due,
      priority: priorityNamed(column('priority')),
      doneWhen: column('doneWhen').slice(0, 1000),
      ticket: ticketOf(one).slice(0, 2000),
      status: statusNamed(column('status') || column('ticket')) ?? (done ? 'done' : 'open'),
      batch: making.batch,
      rank: rankOf(index),
    })
  })
  return { actions, answers, problems }
}
