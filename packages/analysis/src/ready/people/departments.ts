import type { ReadyCheck } from '../check.ts'
import { departmentGaps } from '../departmentGaps.ts'

export const departments = {
  code: 'departments',
  at: 'people',
  judge({ snapshot, departments: list }) {
    const known =
      list.some(({ archived }) => !archived) || (snapshot.incident.guide?.departments ?? []).length > 0
    if (!known) return null
    const names = departmentGaps(snapshot, list)
    return { missing: names.length > 0, names, args: { count: names.length } }
  },
} satisfies ReadyCheck
