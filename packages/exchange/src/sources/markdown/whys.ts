import { type Block, type Item, lineOfWords, linesOf, plainOf, type TableBlock, wordsOf } from './blocks.ts'
import type { Section } from './sections.ts'
import { headed, isSaid, type Statement } from './statement.ts'

/** Words that ask for a cause: `Why did …`, `3rd why`, `なぜ2`. */
export const asks =
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

/** A heading of a table that holds one why of each chain: `なぜ1`, `Why 2`, `3回目`. */
const whyColumn =
  /^\s*(?:(?:なぜ|何故|why)[?？]?\s*[#(（]?\d|(?:第\s*)?\d\s*(?:回目|のなぜ)|\d(?:st|nd|rd|th)\s+why)/i

const said = (line: number, blocks: Block[], effect: Statement | null): Statement => ({
  kind: 'condition',
  line,
  blocks: questionAndAnswer(blocks),
  effect,
})

/** `| なぜ1 | なぜ2 | なぜ3 |`: a row is a chain; an empty cell goes on with the one above it. */
function chainsOfTable(table: TableBlock): Statement[] | null {
  const [head, ...body] = table.rows
  const columns = (head?.cells ?? []).flatMap((cell, i) => (whyColumn.test(lineOfWords(cell)) ? [i] : []))
  if (columns.length < 2) return null
  const statements: Statement[] = []
  let above: (Statement | null)[] = []
  for (const { line, cells } of body) {
    const row: (Statement | null)[] = []
    columns.forEach((column, i) => {
      const runs = cells[column] ?? []
      const block: Block = { type: 'paragraph', line, runs }
      const before = row.at(-1) ?? null
      const same = above[i]
      const repeats =
        same && same.blocks.map(plainOf).join(' ') === plainOf(block) && before === (above[i - 1] ?? null)
      if (!isSaid([block])) {
        // Cells below a merged one are empty up to where the row says something of its own.
        const later = columns.slice(i + 1).some((next) => wordsOf(cells[next] ?? []).trim() !== '')
        row.push(later ? (above[i] ?? before) : null)
      } else if (repeats) row.push(same)
      else {
        const one = said(line, [block], before)
        statements.push(one)
        row.push(one)
      }
    })
    above = row
  }
  return statements
}

interface Asked {
  line: number
  blocks: Block[]
  /** What it is asked of, where it stands below it. */
  under: Asked | null
}

/** An item with whys below it: they are asked of it, each for itself. Otherwise one why follows from the one before. */
function whysOfItem(item: Item, under: Asked | null): Asked[] {
  const nested = item.blocks.findIndex(
    (block) =>
      block.type === 'list' && block.items.some((inner) => asks.test(inner.blocks.map(plainOf).join(' '))),
  )
  const list = item.blocks[nested]
  const own = list?.type === 'list' ? item.blocks.filter((_, i) => i !== nested) : [...item.blocks]
  const asked: Asked = { line: own[0]?.line ?? item.line, blocks: own, under }
  if (list?.type !== 'list') return [asked]
  return [asked, ...list.items.flatMap((inner) => whysOfItem(inner, asked))]
}

/** Whys that stand in lines of one paragraph, each asked of the line before. */
function askedLines(block: Block): Block[] {
  if (block.type !== 'paragraph') return [block]
  const pieces: Extract<Block, { type: 'paragraph' }>[] = []
  for (const { line, runs } of linesOf(block)) {
    const last = pieces.at(-1)
    if (!last || asks.test(wordsOf(runs))) pieces.push({ type: 'paragraph', line, runs: [...runs] })
    else last.runs.push({ text: '\n', marks: [] }, ...runs)
  }
  return pieces
}

/** A section of whys as causes, each linked to the one it explains. */
export function whysOf(section: Section): Statement[] {
  const chain: Asked[] = []
  const tables: Statement[] = []
  for (const block of section.blocks) {
    if (block.type === 'list') {
      for (const item of block.items) chain.push(...whysOfItem(item, null))
    } else if (block.type === 'table') {
      const chains = chainsOfTable(block)
      if (chains) {
        tables.push(...chains)
        continue
      }
      for (const row of block.rows.slice(1)) {
        const cells = row.cells.filter((cell) => !/^\s*(?:#?\d*|(?:why|なぜ)\s*\d*)\s*$/i.test(wordsOf(cell)))
        const blocks = cells.map((runs): Block => ({ type: 'paragraph', line: row.line, runs }))
        chain.push({ line: row.line, blocks, under: null })
      }
    } else if (asks.test(plainOf(block))) {
      for (const piece of askedLines(block)) chain.push({ line: piece.line, blocks: [piece], under: null })
    } else chain.at(-1)?.blocks.push(block)
  }
  // `#### Why 1: …`: headings that ask.
  for (const child of section.children) {
    if (child.kind === 'whys' && asks.test(child.title))
      chain.push({ line: child.line, blocks: headed(child), under: null })
  }
  const statements: Statement[] = []
  const made = new Map<Asked, Statement>()
  for (const asked of chain) {
    if (!isSaid(asked.blocks)) continue
    const above = asked.under ? made.get(asked.under) : undefined
    const one = said(asked.line, asked.blocks, above ?? statements.at(-1) ?? null)
    made.set(asked, one)
    statements.push(one)
  }
  return [...statements, ...tables]
}
