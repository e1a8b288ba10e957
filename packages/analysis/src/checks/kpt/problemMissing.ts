import { type Check, hitIf } from '../check.ts'

export const problemMissing = {
  code: 'kpt.problemMissing',
  severity: 'hint',
  find: ({ snapshot }) => hitIf(snapshot.kptNotes.every(({ slot }) => slot.column !== 'problem')),
} satisfies Check
