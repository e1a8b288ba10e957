import type { ReadyCheck } from '../check.ts'

/** Places kept for a department, not yet given to a person. */
export const unnamed = {
  code: 'unnamed',
  at: 'people',
  judge({ snapshot: { people } }) {
    const open = people.filter(({ name }) => name.trim() === '')
    if (open.length === 0) return null
    const names = [...new Set(open.map(({ department }) => department.trim()).filter(Boolean))]
    return { missing: true, args: { count: open.length }, names }
  },
} satisfies ReadyCheck
