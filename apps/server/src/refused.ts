import type { Problem } from '@kintsugi/model'

/** An expected failure as an answer. Codes have their sentences in `words`. */
export function refused(code: string, args: Problem['args'] = {}): { problem: Problem } {
  return { problem: { code, args, line: null } }
}
