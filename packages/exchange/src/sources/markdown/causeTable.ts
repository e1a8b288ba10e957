import { type Cause, causeSchema, limits, type Problem } from '@kintsugi/model'
import { fold } from '../../times/fold.ts'
import { causeCertaintyNamed, causeKindNamed, causeLayerNamed } from '../termsNamed.ts'
import { lineOfWords, plainOf, type Run, type TableBlock } from './blocks.ts'
import { problemAt } from './clockwork.ts'
import { richTextFrom, within } from './richText.ts'
import type { Section } from './sections.ts'

type Column = 'number' | 'text' | 'kind' | 'layer' | 'certainty' | 'because' | 'evidence' | 'acceptedRisk'
const columns: [Column, RegExp][] = [
  ['number', /^(?:#|no\.?|id|番号|項番)$/i],
  ['text', /^(?:原因|要因|cause|factor)$/i],
  ['kind', /^(?:種別|種類|kind|type)$/i],
  ['layer', /^(?:層|layer)$/i],
  ['certainty', /^(?:確度|確からしさ|certainty)$/i],
  ['because', /^(?:なぜなら|なぜ|because|why)$/i],
  ['evidence', /^(?:根拠|evidence)$/i],
  ['acceptedRisk', /^(?:受容の理由|why accepted)$/i],
]

/** A cause as a row of a table that tells the whole graph by numbers. */
export interface NumberedCause {
  cause: Cause
  number: string
  /** Numbers of the causes behind it, and of the entries that show it to be so. */
  because: string[]
  evidence: string[]
}

/** Numbers in a cell: `C2, C3`. */
export const numbersIn = (words: string): string[] => words.match(/[A-Za-z]{0,3}\d{1,5}/g) ?? []

/** The rows of a table with a number, a cause and its kind; null where a table is another one. */
export function causeTable(
  table: TableBlock,
  making: { newId: () => string; batch: string },
): { rows: NumberedCause[]; problems: Problem[] } | null {
  const [head, ...body] = table.rows
  const place = new Map<Column, number>()
  head?.cells.forEach((cell, i) => {
    const title = fold(lineOfWords(cell)).trim()
    const name = columns.find(([, pattern]) => pattern.test(title))?.[0]
    if (name && !place.has(name)) place.set(name, i)
  })
  const cell = (row: { cells: Run[][] }, name: Column): Run[] => row.cells[place.get(name) ?? -1] ?? []
  const kindOf = (row: { cells: Run[][] }) => causeKindNamed(lineOfWords(cell(row, 'kind')))
  if (!place.has('number') || !place.has('text') || !body.every((row) => kindOf(row) !== null)) return null
  const problems: Problem[] = []
  const rows = body.map((row): NumberedCause => {
    const words = (name: Column): string => lineOfWords(cell(row, name))
    const block = { type: 'paragraph' as const, line: row.line, runs: cell(row, 'text') }
    const { text, cut } = within(richTextFrom(plainOf(block) === '' ? [] : [block]), limits.noteTextLength)
    if (cut) problems.push(problemAt(row.line, 'textCut', { limit: limits.noteTextLength }))
    const cause = causeSchema.parse({
      id: making.newId(),
      text,
      kind: kindOf(row) ?? 'contributing',
      layer: causeLayerNamed(words('layer')),
      certainty: causeCertaintyNamed(words('certainty')) ?? 'possible',
      operator: /\(and\)/i.test(fold(words('because'))) ? 'and' : 'or',
      acceptedRisk: words('acceptedRisk').slice(0, 1000),
      batch: making.batch,
    })
    return {
      cause,
      number: words('number'),
      because: numbersIn(words('because')),
      evidence: numbersIn(words('evidence')),
    }
  })
  return { rows, problems }
}

/** Tables of that kind in a section about causes. */
export const causeTablesIn = (section: Section): TableBlock[] =>
  section.blocks.filter((block) => block.type === 'table')
