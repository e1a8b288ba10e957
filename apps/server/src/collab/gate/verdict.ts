import type { Problem } from '@kintsugi/model'

export type Refused = { kind: 'refused'; problem: Problem }
export type Gap = { kind: 'gap' }

export const problemOf = (code: string, args: Problem['args'] = {}): Problem => ({ code, args, line: null })
export const refused = (code: string, args: Problem['args'] = {}): Refused => ({
  kind: 'refused',
  problem: problemOf(code, args),
})
