import type { ReadyCheck } from '../check.ts'

/** Of the two steps that come before the meeting; the others are for the meeting itself. */
const before: readonly unknown[] = ['owner', 'participants']

export const checklist = {
  code: 'checklist',
  at: 'checklist',
  judge({ snapshot }) {
    const due = snapshot.checklist.filter(({ step }) => before.includes(step))
    if (due.length === 0) return null
    const count = due.filter(({ done }) => done).length
    return { missing: count < due.length, args: { count, total: due.length } }
  },
} satisfies ReadyCheck
