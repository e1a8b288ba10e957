import { type Check, hitIf } from '../check.ts'

export const keepMissing = {
  code: 'kpt.keepMissing',
  severity: 'hint',
  find: ({ snapshot }) => hitIf(snapshot.kptNotes.every(({ slot }) => slot.column !== 'keep')),
} satisfies Check
