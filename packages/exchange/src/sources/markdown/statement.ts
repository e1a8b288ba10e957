import type { Cause } from '@kintsugi/model'
import { type Block, plainOf } from './blocks.ts'
import type { Section } from './sections.ts'

/** A cause as a document states it. */
export interface Statement {
  kind: Cause['kind']
  line: number
  blocks: Block[]
  /** What it is asked of: in a chain of whys the statement before it. */
  effect: Statement | null
}

const nothing =
  /^(?:none|n\/?a|tbd|tbc|todo|unknown|-+|なし|無し|特になし|未定|不明|調査中|under investigation)\.?$/i

export const isSaid = (blocks: readonly Block[]): boolean => {
  const text = blocks.map(plainOf).join(' ').trim()
  return text !== '' && !nothing.test(text)
}
/** A section's own name as its first, bold words. */
export const headed = (section: Section): Block[] => [
  {
    type: 'paragraph',
    line: section.line,
    runs: section.runs.map((run) => ({ ...run, marks: [{ type: 'bold' }] })),
  },
  ...section.blocks,
]
