import { z } from 'zod'
import { instantSchema } from './time.ts'

/** 第一報・続報・最終報: the stages of an incident report, the short document for bosses and customers. */
export const reportStages = ['first', 'interim', 'final'] as const
export const reportStageSchema = z.enum(reportStages)
export type ReportStage = z.infer<typeof reportStageSchema>

/** The short texts of one report, in the order of the page. */
export const reportTexts = ['headline', 'situation', 'impact', 'cause', 'measures', 'outlook'] as const
export type ReportText = (typeof reportTexts)[number]

const override = z.string().max(2000).nullable().default(null)
/** What a person wrote into one stage of the report; null: the text follows the board. */
export const reportSchema = z.object({
  asOf: instantSchema.nullable().default(null),
  headline: override,
  situation: override,
  impact: override,
  cause: override,
  measures: override,
  outlook: override,
})
export type Report = z.infer<typeof reportSchema>
export const emptyReport: Report = reportSchema.parse({})

/** A report as it is read, whatever it is shown as: finished sentences, no codes. A text's line breaks are its own. */
export interface ReportPage {
  title: string
  /** `株式会社青空 御中`; empty where nobody was named. */
  to: string
  from: string
  asOf: string
  subjectLabel: string
  subject: string
  facts: { label: string; value: string }[]
  texts: { name: ReportText; heading: string; text: string }[]
  closing: string
}
