import type { Problem } from '@kintsugi/model'

/** An expected failure on the way out of a promise; `words` owns its sentence. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem
  /** HTTP status, where the server answered. */
  readonly status: number | null

  constructor(problem: Problem, status: number | null = null, options?: ErrorOptions) {
    super(problem.code, options)
    this.problem = problem
    this.status = status
  }
}

export function problemOf(code: string, args: Problem['args'] = {}): Problem {
  return { code, line: null, args }
}
