import { z } from 'zod'
import { itemIdSchema } from './id.ts'
import { emptyRichText, richTextSchema } from './richText.ts'

export const causeKinds = [
  'impact',
  'trigger',
  'direct',
  'condition',
  'contributing',
  'root',
  'mitigating',
] as const
export const causeKindSchema = z.enum(causeKinds)
export type CauseKind = z.infer<typeof causeKindSchema>

export const causeLayers = ['technical', 'process', 'organisation', 'communication', 'external'] as const
export const causeLayerSchema = z.enum(causeLayers)
export type CauseLayer = z.infer<typeof causeLayerSchema>

export const causeCertainties = ['confirmed', 'possible', 'refuted'] as const
export const causeCertaintySchema = z.enum(causeCertainties)
export type CauseCertainty = z.infer<typeof causeCertaintySchema>

/** How the causes behind this one work together: any of them (`or`), or all of them (`and`). */
export const causeOperators = ['or', 'and'] as const
export const causeOperatorSchema = z.enum(causeOperators)
export type CauseOperator = z.infer<typeof causeOperatorSchema>

export const causeSchema = z.object({
  id: itemIdSchema,
  text: richTextSchema.default(emptyRichText),
  kind: causeKindSchema.default('contributing'),
  layer: causeLayerSchema.nullable().default(null),
  certainty: causeCertaintySchema.default('possible'),
  operator: causeOperatorSchema.default('or'),
  /** Accepted risk: the reason; empty where the risk is not accepted. */
  acceptedRisk: z.string().max(1000).default(''),
  /** The import that brought it. */
  batch: itemIdSchema.nullable().default(null),
  rank: z.string().default('a0'),
})
export type Cause = z.infer<typeof causeSchema>
export const causeTexts = ['text'] as const
