import type { Problem } from '@kintsugi/model'
import { problemSentence as sentenceOf, type Words } from '@kintsugi/words'
import { ProblemError } from '../live/problemError.ts'

/** What went wrong in the person's language. What is not a problem is our bug: it is logged, and said as such. */
export function problemSentence(t: Words, cause: Problem | unknown): string {
  const problem = cause instanceof ProblemError ? cause.problem : isProblem(cause) ? cause : null
  if (problem === null) {
    console.error(cause)
    return t('app.unexpected')
  }
  return sentenceOf(t, problem) ?? t('app.unknownProblem', { code: problem.code })
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'args' in value
}
