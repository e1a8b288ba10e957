import {
  type KptColumn,
  type KptNote,
  kptColumns,
  kptNoteSchema,
  limits,
  type Problem,
} from '@kintsugi/model'
import { type Block, lineOfWords, plainOf, type Run, sliceRuns, type TableBlock, wordsOf } from './blocks.ts'
import { problemAt } from './clockwork.ts'
import { rankOf } from './entries.ts'
import { richTextFrom, within } from './richText.ts'
import { type Section, walk } from './sections.ts'
import { kindOfTitle, lessonKinds, type SectionKind } from './vocabulary.ts'

const columnOf: Partial<Record<SectionKind, KptColumn>> = {
  wentWell: 'keep',
  lucky: 'keep',
  wentPoorly: 'problem',
  tries: 'try',
}

interface Said {
  line: number
  column: KptColumn
  blocks: Block[]
}
export interface KptRead {
  notes: KptNote[]
  /** Blocks that became notes: the lessons are told without them. */
  taken: ReadonlySet<Block>
  problems: Problem[]
}

const nothing = /^(?:none|n\/?a|tbd|tbc|todo|-+|なし|無し|特になし|未定|検討中)[.。]?$/i
const isSaid = ({ blocks }: Said): boolean => {
  const text = blocks.map(plainOf).join(' ').trim()
  return text !== '' && !nothing.test(text)
}

/** Good luck is worth keeping, but is no merit: the note says so in the section's own words. */
function marked(section: Section, blocks: Block[]): Block[] {
  if (section.kind !== 'lucky') return blocks
  const [first, ...rest] = blocks
  const colon = /[\u3040-\u30ff\u4e00-\u9fff]/.test(section.title) ? '：' : ': '
  const label: Run = { text: `${section.title.trim()}${colon}`, marks: [{ type: 'bold' }] }
  return first?.type === 'paragraph'
    ? [{ ...first, runs: [label, ...first.runs] }, ...rest]
    : [{ type: 'paragraph', line: section.line, runs: [label] }, ...blocks]
}

/** `| Keep | Problem | Try |`: every cell under a name is a note, or one a line of it. */
function ofTable(table: TableBlock): Said[] | null {
  const [head, ...body] = table.rows
  const columns = (head?.cells ?? []).map((cell) => columnOf[kindOfTitle(lineOfWords(cell))] ?? null)
  if (columns.filter((column) => column !== null).length < 2) return null
  return body.flatMap(({ line, cells }) =>
    cells.flatMap((cell, i): Said[] => {
      const column = columns[i]
      if (!column) return []
      return linesOfCell(cell).map((runs) => ({ line, column, blocks: [{ type: 'paragraph', line, runs }] }))
    }),
  )
}
function linesOfCell(cell: readonly Run[]): Run[][] {
  const lines: Run[][] = []
  let from = 0
  for (const part of wordsOf(cell).split('\f')) {
    const lead = /^\s*[・*-]?\s*/.exec(part)?.[0].length ?? 0
    lines.push(sliceRuns(cell, from + lead, from + part.length))
    from += part.length + 1
  }
  return lines
}

function ofSection(section: Section, taken: Set<Block>): Said[] {
  const column = columnOf[section.kind]
  return section.blocks.flatMap((block): Said[] => {
    const said = ((): Said[] | null => {
      if (block.type === 'table') return ofTable(block)
      if (!column) return null
      if (block.type === 'list')
        return block.items.map(({ line, blocks }) => ({ line, column, blocks: marked(section, blocks) }))
      // `We were lucky that:` only introduces the list behind it.
      if (block.type !== 'paragraph' || /[:：]$/.test(lineOfWords(block.runs))) return null
      return [{ line: block.line, column, blocks: marked(section, [block]) }]
    })()
    if (said === null) return []
    taken.add(block)
    return said
  })
}

/** What went well, what did not, where luck helped and what to try → notes; prose about what was learned is not cut up. */
export function readKpt(root: Section, making: { newId: () => string; batch: string }): KptRead {
  const taken = new Set<Block>()
  const problems: Problem[] = []
  const said = [...walk(root)]
    .filter(({ kind }) => lessonKinds.has(kind))
    .flatMap((section) => ofSection(section, taken))
    .filter(isSaid)
  const notes = said.map(({ line, column, blocks }, index) => {
    const { text, cut } = within(richTextFrom(blocks), limits.noteTextLength)
    if (cut) problems.push(problemAt(line, 'textCut', { limit: limits.noteTextLength }))
    return kptNoteSchema.parse({
      id: making.newId(),
      slot: { column, rank: rankOf(index) },
      text,
      batch: making.batch,
    })
  })
  const inOrder = kptColumns.flatMap((column) => notes.filter(({ slot }) => slot.column === column))
  return { notes: inOrder, taken, problems }
}
