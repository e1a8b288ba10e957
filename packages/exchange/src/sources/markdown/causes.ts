import { type Cause, causeSchema, type Link, limits, type Problem } from '@kintsugi/model'
import { type Block, type Item, lineOfWords, linesOf, plainOf, type Run, wordsOf } from './blocks.ts'
import { problemAt } from './clockwork.ts'
import { rankOf } from './entries.ts'
import { richTextFrom, within } from './richText.ts'
import { type Section, walk } from './sections.ts'
import { causeKinds } from './vocabulary.ts'

interface Statement {
  kind: Cause['kind']
  line: number
  blocks: Block[]
  /** Asked of the statement before it: a chain of whys. */
  answersPrevious: boolean
}

const kindOf = {
  direct: 'direct',
  root: 'root',
  trigger: 'trigger',
  contributing: 'contributing',
  causes: 'contributing',
} as const
const several = /causes|cause\(s\)|factors|analysis|分析|要因|一覧/i
const nothing =
  /^(?:none|n\/?a|tbd|tbc|todo|unknown|-+|なし|無し|特になし|未定|不明|調査中|under investigation)\.?$/i

const isSaid = (blocks: readonly Block[]): boolean => {
  const text = blocks.map(plainOf).join(' ').trim()
  return text !== '' && !nothing.test(text)
}
const isBold = (runs: readonly Run[]): boolean =>
  runs.every((run) => run.text.trim().length <= 1 || run.marks.some((mark) => mark.type === 'bold'))

/** `The following contributed:` before a list introduces it; a bold sentence is a statement, whatever its last sign. */
function introduces(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && !isBold(block.runs) && /[:：]$/.test(lineOfWords(block.runs))
}

const headed = (section: Section): Block[] => [
  {
    type: 'paragraph',
    line: section.line,
    runs: section.runs.map((run) => ({ ...run, marks: [{ type: 'bold' }] })),
  },
  ...section.blocks,
]

function statementsOf(section: Section): Statement[] {
  if (!causeKinds.has(section.kind) || section.kind === 'whys') return []
  const kind = kindOf[section.kind as keyof typeof kindOf]
  const make = (line: number, blocks: Block[]): Statement => ({ kind, line, blocks, answersPrevious: false })
  const parts = section.children.filter((child) => child.own === 'other' && child.kind === section.kind)
  const inherits = section.own === 'other' && section.parent?.kind === section.kind
  // A part of a section of causes is told by that section.
  if (inherits) return []
  const divided = section.children.some((child) => child.own !== 'other' && causeKinds.has(child.kind))
  const { blocks } = section
  const lists = blocks.filter((block) => block.type === 'list')
  const tables = blocks.filter((block) => block.type === 'table')
  const plural = section.kind === 'contributing' || section.kind === 'causes' || several.test(section.title)
  const listed = lists.length > 0 && (plural || blocks[0]?.type === 'list' || introduces(blocks[0]))
  const items = listed ? lists.flatMap((list) => list.items.map((item) => make(item.line, item.blocks))) : []
  if (items.length > 0) return [...items, ...parts.map((part) => make(part.line, headed(part)))]
  if (divided) return []
  if (plural && parts.length > 0) return parts.map((part) => make(part.line, headed(part)))
  if (plural && tables.length > 0) {
    return tables.flatMap((table) =>
      table.rows.slice(1).map((row) => {
        const longest = row.cells.toSorted((a, b) => wordsOf(b).length - wordsOf(a).length)[0] ?? []
        return make(row.line, [{ type: 'paragraph', line: row.line, runs: longest }])
      }),
    )
  }
  if (section.kind === 'contributing') return blocks.map((block) => make(block.line, [block]))
  return [make(section.line, [...blocks, ...parts.flatMap(headed)])]
}

const asks =
  /^\s*(?:\d+[.)]\s*)?(?:Q\d*[.:：]?\s*)?(?:(?:第?\d+の?|\d(?:st|nd|rd|th)\s+)?(?:why\b|なぜ|何故))/i
const answer = /^\s*(?:→|->|=>|⇒|A\d*[.:：]|回答|because\b)/i

/** Question and answer stand in paragraphs of their own. */
function questionAndAnswer(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'paragraph') return [block]
    const pieces: Extract<Block, { type: 'paragraph' }>[] = []
    for (const { line, runs } of linesOf(block)) {
      const last = pieces.at(-1)
      const asked = last !== undefined && pieces.length === 1 && /[?？]\**\s*$/.test(wordsOf(last.runs))
      if (!last || asked || answer.test(wordsOf(runs))) pieces.push({ type: 'paragraph', line, runs })
      else last.runs = [...last.runs, { text: '\n', marks: [] }, ...runs]
    }
    return pieces
  })
}

function whysOfItem(item: Item): Block[][] {
  const nested = item.blocks.findIndex(
    (block) =>
      block.type === 'list' && block.items.some((inner) => asks.test(inner.blocks.map(plainOf).join(' '))),
  )
  const list = item.blocks[nested]
  if (list?.type !== 'list') return [item.blocks]
  return [item.blocks.filter((_, i) => i !== nested), ...list.items.flatMap(whysOfItem)]
}

function whysOf(section: Section): Statement[] {
  const chain: { line: number; blocks: Block[] }[] = []
  for (const block of section.blocks) {
    if (block.type === 'list') {
      for (const item of block.items) {
        for (const blocks of whysOfItem(item)) chain.push({ line: blocks[0]?.line ?? item.line, blocks })
      }
    } else if (block.type === 'table') {
      for (const row of block.rows.slice(1)) {
        const cells = row.cells.filter((cell) => !/^\s*(?:#?\d*|(?:why|なぜ)\s*\d*)\s*$/i.test(wordsOf(cell)))
        chain.push({
          line: row.line,
          blocks: cells.map((runs) => ({ type: 'paragraph', line: row.line, runs })),
        })
      }
    } else if (asks.test(plainOf(block))) chain.push({ line: block.line, blocks: [block] })
    else chain.at(-1)?.blocks.push(block)
  }
  // `#### Why 1: …`: headings that ask.
  for (const child of section.children) {
    if (child.kind === 'whys' && asks.test(child.title))
      chain.push({ line: child.line, blocks: headed(child) })
  }
  return chain
    .filter(({ blocks }) => isSaid(blocks))
    .map(({ line, blocks }, i) => ({
      kind: 'condition' as const,
      line,
      blocks: questionAndAnswer(blocks),
      answersPrevious: i > 0,
    }))
}

export interface CausesRead {
  causes: Cause[]
  links: Link[]
  problems: Problem[]
}

/** Causes as the document's sections name them; chains of whys linked effect → cause. */
export function readCauses(root: Section, making: { newId: () => string; batch: string }): CausesRead {
  const read: CausesRead = { causes: [], links: [], problems: [] }
  const sections = [...walk(root)].filter(
    (section) => !(section.kind === 'whys' && asks.test(section.title) && section.parent?.kind === 'whys'),
  )
  const statements = sections.flatMap((section) =>
    section.kind === 'whys' ? whysOf(section) : statementsOf(section).filter(({ blocks }) => isSaid(blocks)),
  )
  statements.forEach((statement, index) => {
    const { text, cut } = within(richTextFrom(statement.blocks), limits.noteTextBytes)
    if (cut) read.problems.push(problemAt(statement.line, 'textCut', { limit: limits.noteTextBytes }))
    const cause = causeSchema.parse({
      id: making.newId(),
      text,
      kind: statement.kind,
      batch: making.batch,
      rank: rankOf(index),
    })
    const effect = read.causes.at(-1)
    if (statement.answersPrevious && effect)
      read.links.push({ kind: 'because', from: effect.id, to: cause.id })
    read.causes.push(cause)
  })
  for (const section of sections) {
    if (section.kind === 'mixed' && section.blocks.length > 0) {
      read.problems.push(problemAt(section.line, 'sectionMixed', { title: section.title.slice(0, 80) }))
    }
  }
  return read
}
