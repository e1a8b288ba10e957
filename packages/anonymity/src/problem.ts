import type { Problem } from '@kintsugi/model'

export function problemOf(code: string, args: Problem['args'] = {}): { problem: Problem } {
  return { problem: { code, args, line: null } }
}
