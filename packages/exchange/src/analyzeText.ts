import {
  type Duration,
  durations,
  type Finding,
  findings,
  type MilestonesOf,
  milestonesOf,
} from '@kintsugi/analysis'
import type { BoardSnapshot, Problem } from '@kintsugi/model'
import { detectSource } from './sources/index.ts'
import { readMarkdown } from './sources/markdown.ts'
import type { ReadContext } from './sources/source.ts'

export interface TextAnalysis {
  snapshot: BoardSnapshot
  milestones: MilestonesOf
  durations: Duration[]
  findings: Finding[]
  problems: Problem[]
}

/** A text read, and what its content amounts to: the whole of `kintsugi analyze`. */
export function analyzeText(text: string, context: ReadContext): TextAnalysis {
  const read = detectSource(text, context.fileName)?.read ?? readMarkdown
  const { snapshot, problems } = read(text, context)
  return {
    snapshot,
    milestones: milestonesOf(snapshot),
    durations: durations(snapshot),
    findings: findings(snapshot),
    problems,
  }
}
