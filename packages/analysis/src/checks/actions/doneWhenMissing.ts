import { type Check, hitFor } from '../check.ts'

export const doneWhenMissing = {
  code: 'actions.doneWhenMissing',
  severity: 'hint',
  find: ({ live }) =>
    hitFor(live.filter(({ doneWhen, status }) => doneWhen.trim() === '' && status !== 'done')),
} satisfies Check
