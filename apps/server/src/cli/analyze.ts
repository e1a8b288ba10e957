import { randomBytes } from 'node:crypto'
import { analyzeText } from '@kintsugi/exchange'
import { idFromBytes, isDay, isTimeZone } from '@kintsugi/model'
import { type Failure, failed, failure } from './failure.ts'
import { readTextFile } from './textFile.ts'

export type Analysis = ReturnType<typeof analyzeText>

export async function analyzeFile(
  file: string,
  { zone, date }: { zone: string | null; date: string | null },
): Promise<Analysis | Failure> {
  if (zone !== null && !isTimeZone(zone)) return failure('zoneInvalid', { zone })
  if (date !== null && !isDay(date)) return failure('dayInvalid', { date })
  const text = await readTextFile(file)
  if (failed(text)) return text
  const newId = (): string => idFromBytes(randomBytes(16))
  return analyzeText(text, { zone, date, newId, fileName: file })
}

export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]
export const isSeverity = (text: string): text is Severity => severities.some((known) => known === text)
/** Whether any finding is at least as severe as asked. */
export function reaches(findings: Analysis['findings'], least: Severity): boolean {
  const rank = (severity: string): number => severities.findIndex((known) => severity === known)
  return findings.some(({ severity }) => rank(severity) <= rank(least))
}
