import { z } from 'zod'
import { itemIdSchema } from './id.ts'
import { emptyRichText, richTextSchema } from './richText.ts'
import { daySchema, instantSchema } from './time.ts'

export const entryKinds = [
  'alert',
  'message',
  'action',
  'decision',
  'observation',
  'change',
  'statusPost',
  'impact',
] as const
export const entryKindSchema = z.enum(entryKinds)
export type EntryKind = z.infer<typeof entryKindSchema>

export const milestones = [
  'impactStart',
  'trigger',
  'detected',
  'acknowledged',
  'declared',
  'identified',
  'mitigated',
  'resolved',
  'impactEnd',
  'firstStatusPost',
] as const
export const milestoneNameSchema = z.enum(milestones)
export type MilestoneName = z.infer<typeof milestoneNameSchema>

/** A milestone read from words is `suggested` until a person confirms it. */
export const milestoneSchema = z.object({ name: milestoneNameSchema, suggested: z.boolean().default(false) })
export type Milestone = z.infer<typeof milestoneSchema>

export const entryCertainties = ['fact', 'inference', 'hypothesis'] as const
export const entryCertaintySchema = z.enum(entryCertainties)

export const responseReviews = ['worked', 'improve', 'lucky'] as const
export const responseReviewSchema = z.enum(responseReviews)
export type ResponseReview = z.infer<typeof responseReviewSchema>

/** A link that shows the entry to be so. http, https and mailto only: everything else is refused where it is written and where it is shown. */
export const evidenceUrlSchema = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:)\S+$/i)
export const evidenceSchema = z.object({
  id: itemIdSchema,
  url: evidenceUrlSchema,
  label: z.string().max(300).default(''),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** Where an imported entry came from; `batch` names one import, so that it can be removed as one. */
export const entrySourceSchema = z.object({
  format: z.string().max(40),
  batch: itemIdSchema,
  externalId: z.string().max(300),
  line: z.number().int().positive().nullable().default(null),
  original: z.string().max(4000).default(''),
})
export type EntrySource = z.infer<typeof entrySourceSchema>

export const timelineEntrySchema = z.object({
  id: itemIdSchema,
  /** Start, or the instant itself; null where no time is known (the reason stands in the import's problem). */
  at: instantSchema.nullable().default(null),
  /** End of a span. */
  until: instantSchema.nullable().default(null),
  /** 頃: the time is approximate. */
  approx: z.boolean().default(false),
  /** Local day, for entries known to the day only. */
  day: daySchema.nullable().default(null),
  kind: entryKindSchema.default('observation'),
  milestone: milestoneSchema.nullable().default(null),
  text: richTextSchema.default(emptyRichText),
  certainty: entryCertaintySchema.default('fact'),
  /** Role of who acted ("on-call", 当番), never meant as a name. */
  actor: z.string().max(100).default(''),
  track: z.string().max(100).default(''),
  evidence: z.array(evidenceSchema).default([]),
  review: responseReviewSchema.nullable().default(null),
  /** Whether it belongs to Keep has been answered, with yes or no: it is not proposed again. */
  keepAnswered: z.boolean().default(false),
  /** Mental model: what was seen, what was believed and why it made sense, which options and pressures there were. */
  saw: richTextSchema.default(emptyRichText),
  believed: richTextSchema.default(emptyRichText),
  options: richTextSchema.default(emptyRichText),
  source: entrySourceSchema.nullable().default(null),
  /** Breaks ties between entries of one instant, and orders those without a time. */
  rank: z.string().default('a0'),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>
export const timelineEntryTexts = ['text', 'saw', 'believed', 'options'] as const
export type TimelineEntryText = (typeof timelineEntryTexts)[number]
