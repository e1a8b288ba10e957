import { type Check, hitIf } from '../check.ts'

/** Those who repaired, those who answered for it, those who were affected. */
const least = 3

export const tooFewDepartments = {
  code: 'people.tooFewDepartments',
  severity: 'hint',
  find: ({ snapshot }) => {
    const departments = new Set(snapshot.people.map(({ department }) => department.trim()).filter(Boolean))
    return hitIf(departments.size < least, { count: departments.size, least })
  },
} satisfies Check
