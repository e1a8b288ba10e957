import type { Problem } from '@kintsugi/model'

/** Bad input of the command line: said in one sentence, exit code 2. */
export type Failure = { failure: Problem }

export function failure(code: string, args: Problem['args'] = {}): Failure {
  return { failure: { code, args, line: null } }
}
export function failed(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'failure' in value
}
