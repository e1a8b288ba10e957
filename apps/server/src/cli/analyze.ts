import { basename } from 'node:path'
import { type Finding, type FindingSeverity, findingSeverities } from '@kintsugi/analysis'
import { analyzeText, type TextAnalysis } from '@kintsugi/exchange'
import { isDay } from '@kintsugi/model'
import { newId } from '../collab/newId.ts'
import { whyUnfit } from '../imports/draft.ts'
import { type Failure, failed, failure } from './failure.ts'
import { readTextFile } from './textFile.ts'

export async function analyzeFile(
  file: string,
  { zone, date }: { zone: string | null; date: string | null },
): Promise<TextAnalysis | Failure> {
  if (date !== null && !isDay(date)) return failure('dateUnknown', { date })
  const read = await readTextFile(file)
  if (failed(read)) return read
  const analysis = analyzeText(read.text, { zone, date, newId, fileName: basename(file) })
  const problem = whyUnfit(analysis)
  return problem ? { failure: problem } : { ...analysis, problems: [...read.problems, ...analysis.problems] }
}

export function isSeverity(text: string): text is FindingSeverity {
  return findingSeverities.some((known) => known === text)
}

/** Whether any finding is at least as severe. */
export function reaches(findings: readonly Finding[], least: FindingSeverity): boolean {
  const rank = (severity: FindingSeverity): number => findingSeverities.indexOf(severity)
  return findings.some(({ severity }) => rank(severity) >= rank(least))
}
