import { type Check, hitFor } from '../check.ts'

/** Confirmed means that something on the timeline shows it. */
export const unproven = {
  code: 'causes.unproven',
  severity: 'hint',
  find: ({ counted, linkedTo }) =>
    hitFor(
      counted.filter(
        ({ id, kind, certainty }) =>
          kind !== 'impact' && certainty === 'confirmed' && linkedTo('evidence', id).length === 0,
      ),
    ),
} satisfies Check
