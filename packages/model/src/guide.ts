import { z } from 'zod'

/** Texts of the incident that a template can ask a question about. */
export const promptedTexts = ['summary', 'impact', 'lessons'] as const
export type PromptedText = (typeof promptedTexts)[number]

const prompt = z.string().max(500).default('')
export const promptsSchema = z.object({ summary: prompt, impact: prompt, lessons: prompt })

/** Length of a meeting where no template says it. */
export const usualMeetingMinutes = 60

/** 手引き: what the board's templates ask for, beside the checklist and the ground rules. */
export const guideSchema = z.object({
  /** Name of the template it came from first. */
  name: z.string().max(100).default(''),
  /** Departments to invite. */
  departments: z.array(z.string().max(100)).default([]),
  /** What to write about; empty: nothing in particular. */
  prompts: promptsSchema.default({ summary: '', impact: '', lessons: '' }),
  /** Length of the meeting; null: the usual one. */
  meetingMinutes: z.number().int().min(10).max(480).nullable().default(null),
})
export type Guide = z.infer<typeof guideSchema>
