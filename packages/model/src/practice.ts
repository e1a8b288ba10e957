import { z } from 'zod'

/** The six steps of a postmortem, in the order in which a team is led through them. None is ever a barrier. */
export const practiceSteps = ['owner', 'participants', 'causes', 'response', 'timeline', 'kpt'] as const
export const practiceStepSchema = z.enum(practiceSteps)
export type PracticeStep = z.infer<typeof practiceStepSchema>
