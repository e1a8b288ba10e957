import type { Problem } from '@kintsugi/model'

export type Refused = { kind: 'refused'; problem: Problem }
/** `on`: the client whose structs are missing. */
export type Gap = { kind: 'gap'; on: number }
export const gapOn = (on: number): Gap => ({ kind: 'gap', on })

export const problemOf = (code: string, args: Problem['args'] = {}): Problem => ({ code, args, line: null })
export const refused = (code: string, args: Problem['args'] = {}): Refused => ({
  kind: 'refused',
  problem: problemOf(code, args),
})
