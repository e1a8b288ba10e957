import { type Cause, causeSchema, type Link, limits, type Problem } from '@kintsugi/model'
import { type Block, lineOfWords, type Run, wordsOf } from './blocks.ts'
import { causeTable, causeTablesIn, type NumberedCause } from './causeTable.ts'
import { problemAt } from './clockwork.ts'
import { rankOf } from './entries.ts'
import { richTextFrom, within } from './richText.ts'
import { type Section, walk } from './sections.ts'
import { headed, isSaid, type Statement } from './statement.ts'
import { causeKinds } from './vocabulary.ts'
import { asks, whysOf } from './whys.ts'

const kindOf = {
  direct: 'direct',
  root: 'root',
  trigger: 'trigger',
  contributing: 'contributing',
  causes: 'contributing',
} as const
const several = /causes|cause\(s\)|factors|analysis|分析|要因|一覧/i
const isBold = (runs: readonly Run[]): boolean =>
  runs.every((run) => run.text.trim().length <= 1 || run.marks.some((mark) => mark.type === 'bold'))

/** `The following contributed:` before a list introduces it; a bold sentence is a statement, whatever its last sign. */
function introduces(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && !isBold(block.runs) && /[:：]$/.test(lineOfWords(block.runs))
}

function statementsOf(section: Section): Statement[] {
  if (!causeKinds.has(section.kind) || section.kind === 'whys') return []
  const kind = kindOf[section.kind as keyof typeof kindOf]
  const make = (line: number, blocks: Block[]): Statement => ({ kind, line, blocks, effect: null })
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

export interface CausesRead {
  causes: Cause[]
  links: Link[]
  problems: Problem[]
  /** Rows of a table that tells the graph by numbers. */
  numbered: NumberedCause[]
}

function readNumbered(read: CausesRead): void {
  const ids = new Map(read.numbered.map(({ number, cause }) => [number, cause.id]))
  read.numbered.forEach(({ cause, because }, index) => {
    read.causes.push({ ...cause, rank: rankOf(index) })
    for (const number of because) {
      const to = ids.get(number)
      if (to !== undefined && to !== cause.id) read.links.push({ kind: 'because', from: cause.id, to })
    }
  })
}

/** Causes as the document's sections name them; chains of whys linked effect → cause. */
export function readCauses(root: Section, making: { newId: () => string; batch: string }): CausesRead {
  const read: CausesRead = { causes: [], links: [], problems: [], numbered: [] }
  const sections = [...walk(root)].filter(
    (section) => !(section.kind === 'whys' && asks.test(section.title) && section.parent?.kind === 'whys'),
  )
  const told = new Set<Section>()
  for (const section of sections.filter(({ kind }) => causeKinds.has(kind))) {
    const tables = causeTablesIn(section).flatMap((table) => causeTable(table, making) ?? [])
    if (tables.length > 0) told.add(section)
    for (const { rows, problems } of tables) {
      read.numbered.push(...rows)
      read.problems.push(...problems)
    }
  }
  readNumbered(read)
  const statements = sections
    .filter((section) => !told.has(section))
    .flatMap((section) =>
      section.kind === 'whys'
        ? whysOf(section)
        : statementsOf(section).filter(({ blocks }) => isSaid(blocks)),
    )
  const made = new Map<Statement, Cause>()
  statements.forEach((statement, index) => {
    const { text, cut } = within(richTextFrom(statement.blocks), limits.noteTextLength)
    if (cut) read.problems.push(problemAt(statement.line, 'textCut', { limit: limits.noteTextLength }))
    const cause = causeSchema.parse({
      id: making.newId(),
      text,
      kind: statement.kind,
      batch: making.batch,
      rank: rankOf(read.numbered.length + index),
    })
    made.set(statement, cause)
    const effect = statement.effect === null ? undefined : made.get(statement.effect)
    if (effect) read.links.push({ kind: 'because', from: effect.id, to: cause.id })
    read.causes.push(cause)
  })
  for (const section of sections) {
    if (section.kind === 'mixed' && section.blocks.length > 0) {
      read.problems.push(problemAt(section.line, 'sectionMixed', { title: section.title.slice(0, 80) }))
    }
  }
  return read
}
