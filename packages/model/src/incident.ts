import { z } from 'zod'
import { guideSchema } from './guide.ts'
import { emptyReport, reportSchema } from './report.ts'
import { emptyRichText, richTextSchema } from './richText.ts'
import { instantSchema, timeZoneSchema } from './time.ts'

export const severities = ['sev1', 'sev2', 'sev3', 'sev4'] as const
export const severitySchema = z.enum(severities)
export type Severity = z.infer<typeof severitySchema>

export const incidentStatuses = ['ongoing', 'mitigated', 'resolved'] as const
export const incidentStatusSchema = z.enum(incidentStatuses)
export type IncidentStatus = z.infer<typeof incidentStatusSchema>

/** 概要: the facts of the incident as a whole. Defaults belong to the reader. */
export const incidentSchema = z.object({
  title: z.string().max(300).default(''),
  severity: severitySchema.nullable().default(null),
  status: incidentStatusSchema.default('resolved'),
  services: z.array(z.string().max(100)).default([]),
  tags: z.array(z.string().max(100)).default([]),
  /** Zone in which times are shown and typed. */
  timeZone: timeZoneSchema.default('UTC'),
  owner: z.string().max(100).default(''),
  meetingAt: instantSchema.nullable().default(null),
  /** When the invitation, and the ground rules with it, was last taken to be sent. */
  invitedAt: instantSchema.nullable().default(null),
  guide: guideSchema.nullable().default(null),
  summary: richTextSchema.default(emptyRichText),
  impact: richTextSchema.default(emptyRichText),
  lessons: richTextSchema.default(emptyRichText),
  /** The team's own ground rules for the meeting; empty: the usual ones, which `words` holds. */
  groundRules: richTextSchema.default(emptyRichText),
  /** 宛先 and 差出人 of the incident report. */
  reportTo: z.string().max(200).default(''),
  reportFrom: z.string().max(200).default(''),
  /** One value per stage: two people writing one stage at once meet in its last whole state. */
  reportFirst: reportSchema.default(emptyReport),
  reportInterim: reportSchema.default(emptyReport),
  reportFinal: reportSchema.default(emptyReport),
})
export type Incident = z.infer<typeof incidentSchema>
/** Fields of the incident that are rich text, each one fragment in the document. */
export const incidentTexts = ['summary', 'impact', 'lessons', 'groundRules'] as const
export type IncidentText = (typeof incidentTexts)[number]
/** Fields of the incident that are one value each. */
export type IncidentFacts = Omit<Incident, IncidentText>
