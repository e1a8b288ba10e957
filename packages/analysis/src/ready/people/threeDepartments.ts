import type { ReadyCheck } from '../check.ts'
import { departmentsOn } from '../departmentGaps.ts'

const least = 3

export const threeDepartments = {
  code: 'threeDepartments',
  at: 'people',
  judge({ snapshot, departments }) {
    const count = departmentsOn(snapshot.people, departments).length
    return count === 0 ? null : { missing: count < least, args: { count, least } }
  },
} satisfies ReadyCheck
