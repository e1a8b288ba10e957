import type { Mark } from '@kintsugi/model'
import { type Block, type Item, lineOfWords, type Run, type TableRow, wordsOf } from '../markdown/blocks.ts'

export const pageLimits = {
  /** Characters that the parser is given at a time. */
  piece: 65_536,
  /** Tags open at once. */
  open: 2000,
  /** Lists and quotes in each other. */
  depth: 12,
  paragraph: 20_000,
  lines: 20_000,
  span: 50,
  /** Cells that stand in several places at once. */
  spanned: 50_000,
} as const

type Frame =
  | { type: 'root'; blocks: Block[] }
  | { type: 'list'; block: Extract<Block, { type: 'list' }> }
  | { type: 'item'; blocks: Block[] }
  | { type: 'quote'; blocks: Block[] }

interface OpenTable {
  line: number
  rows: TableRow[]
  cells: Run[][] | null
  cell: Run[] | null
  /** Cells that reach into the rows below: by column. */
  carried: Map<number, { left: number; runs: Run[] }>
  /** Tables inside a cell: their words stay in the cell. */
  inner: number
  span: { columns: number; rows: number }
}

/** Builds blocks out of a page's tags as they come. A line is a line of the page's text: a paragraph, an item, a row. */
export class PageText {
  readonly blocks: Block[] = []
  /** Each line as plain text. */
  readonly lines: string[] = []
  /** Something lay deeper than anybody reads, and was taken as plain text. */
  flattened = false
  /** Line of the first paragraph that was too long; 0 where none was. */
  cut = 0
  private readonly stack: Frame[] = [{ type: 'root', blocks: this.blocks }]
  private runs: Run[] = []
  private length = 0
  private heading: number | null = null
  private table: OpenTable | null = null
  /** Lists, items and quotes that were opened beyond the depth that is kept. */
  private beyond = 0
  private spanned = 0

  get line(): number {
    return this.lines.length + 1
  }
  get inCell(): boolean {
    return this.table !== null
  }

  add(text: string, marks: Mark[]): void {
    const cell = this.table ? this.table.cell : this.runs
    if (!cell) return
    if (this.length + text.length > pageLimits.paragraph) {
      this.cut ||= this.line
      return
    }
    this.length += text.length
    cell.push({ text, marks })
  }

  private host(): Block[] {
    for (const frame of this.stack.toReversed()) if (frame.type !== 'list') return frame.blocks
    return this.blocks
  }
  private emit(block: Block, words: string): void {
    this.host().push(block)
    this.lines.push(words)
  }
  private taken(): Run[] {
    const runs = this.runs
    this.runs = []
    this.length = 0
    return trimmed(runs)
  }

  endParagraph(): void {
    if (this.table) {
      // Paragraphs of one cell stand below each other.
      if (this.table.cell && wordsOf(this.table.cell).trim() !== '') this.add('\f', [])
      return
    }
    const runs = this.taken()
    if (lineOfWords(runs) === '') return
    const { line } = this
    const depth = this.heading
    this.emit(
      depth === null ? { type: 'paragraph', line, runs } : { type: 'heading', line, runs, depth },
      lineOfWords(runs),
    )
  }
  endCode(): void {
    if (this.table) return
    const text = wordsOf(this.runs).replace(/^\n/, '').trimEnd()
    this.taken()
    if (text !== '') this.emit({ type: 'code', line: this.line, text }, text)
  }

  openHeading(depth: number): void {
    this.endParagraph()
    if (!this.table) this.heading = depth
  }
  closeHeading(): void {
    this.endParagraph()
    this.heading = null
  }

  private enter(frame: () => Frame): void {
    if (this.stack.length > pageLimits.depth || this.beyond > 0) {
      this.beyond++
      this.flattened = true
    } else this.stack.push(frame())
  }
  openList(ordered: boolean): void {
    this.endParagraph()
    if (this.table) return
    this.enter(() => {
      const block: Extract<Block, { type: 'list' }> = { type: 'list', line: this.line, ordered, items: [] }
      this.host().push(block)
      return { type: 'list', block }
    })
  }
  openItem(): void {
    this.endParagraph()
    if (this.table) return
    const list = this.stack.at(-1)
    this.enter(() => {
      const item: Item = { line: this.line, checked: null, blocks: [] }
      if (list?.type === 'list') list.block.items.push(item)
      else this.host().push({ type: 'list', line: item.line, ordered: false, items: [item] })
      return { type: 'item', blocks: item.blocks }
    })
  }
  openQuote(): void {
    this.endParagraph()
    if (this.table) return
    this.enter(() => {
      const block: Extract<Block, { type: 'quote' }> = { type: 'quote', line: this.line, blocks: [] }
      this.host().push(block)
      return { type: 'quote', blocks: block.blocks }
    })
  }
  close(name: string): void {
    this.endParagraph()
    if (this.table) return
    if (this.beyond > 0) {
      this.beyond--
      return
    }
    const type = name === 'li' ? 'item' : name === 'blockquote' ? 'quote' : 'list'
    if (this.stack.at(-1)?.type === type) this.stack.pop()
  }

  openTable(): void {
    if (this.table) {
      this.table.inner++
      return
    }
    this.endParagraph()
    const span = { columns: 1, rows: 1 }
    this.table = { line: this.line, rows: [], cells: null, cell: null, carried: new Map(), inner: 0, span }
  }
  openRow(): void {
    if (!this.table || this.table.inner > 0) return
    this.closeRow()
    this.table.cells = []
  }
  openCell(columns: number, rows: number): void {
    const { table } = this
    if (!table || table.inner > 0) return
    this.closeCell()
    table.cells ??= []
    this.carry(table, table.cells)
    table.cell = []
    this.length = 0
    const most = this.spanned < pageLimits.spanned ? pageLimits.span : 1
    const bound = (count: number) => Math.min(most, Math.max(1, Math.trunc(count) || 1))
    table.span = { columns: bound(columns), rows: bound(rows) }
    this.spanned += table.span.columns * table.span.rows - 1
  }
  closeCell(): void {
    const { table } = this
    if (!table?.cell || !table.cells || table.inner > 0) return
    const runs = trimmed(table.cell)
    for (let i = 0; i < table.span.columns; i++) {
      if (table.span.rows > 1)
        table.carried.set(table.cells.length, { left: table.span.rows - 1, runs: i === 0 ? runs : [] })
      table.cells.push(i === 0 ? runs : [])
    }
    table.cell = null
  }
  private carry(table: OpenTable, cells: Run[][]): void {
    for (let above = table.carried.get(cells.length); above; above = table.carried.get(cells.length)) {
      if (above.left <= 1) table.carried.delete(cells.length)
      else above.left--
      cells.push(above.runs)
    }
  }
  closeRow(): void {
    const { table } = this
    if (!table?.cells || table.inner > 0) return
    this.closeCell()
    const { cells } = table
    this.carry(table, cells)
    table.cells = null
    if (cells.every((cell) => lineOfWords(cell) === '')) return
    table.rows.push({ line: this.line, cells })
    this.lines.push(cells.map(lineOfWords).join(' | '))
  }
  closeTable(): void {
    const { table } = this
    if (!table) return
    if (table.inner > 0) {
      table.inner--
      this.endParagraph()
      return
    }
    this.closeRow()
    this.table = null
    const [first] = table.rows
    if (first) this.host().push({ type: 'table', line: first.line, rows: table.rows })
  }

  finish(): void {
    if (this.table) {
      this.table.inner = 0
      this.closeTable()
    }
    this.endParagraph()
  }
}

/** Without the blanks and breaks at both ends, and with one blank between words. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = runs.filter(({ text }) => text !== '').map((run) => ({ ...run }))
  for (const [i, run] of kept.entries()) {
    const before = kept[i - 1]
    if (before && /[\s\f]$/.test(before.text)) run.text = run.text.replace(/^ +/, '')
  }
  const first = kept[0]
  while (kept.length > 0 && kept.at(-1)?.text.trim() === '') kept.pop()
  while (kept.length > 0 && kept[0]?.text.trim() === '') kept.shift()
  const head = kept[0] ?? first
  if (head) head.text = head.text.trimStart()
  const last = kept.at(-1)
  if (last) last.text = last.text.trimEnd()
  return kept.filter(({ text }) => text !== '')
}
