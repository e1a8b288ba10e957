import { daySchema, instantSchema, itemIdSchema } from '@kintsugi/model'
import { z } from 'zod'

/** What a link shows: one revision for good, whichever is the latest, or the board as it changes. */
export const shareScopes = ['live', 'latest', 'revision'] as const
export type ShareScope = (typeof shareScopes)[number]

/** Days a link may live: from when it is made, and anew when it is changed. */
export const shareDays = { usual: 30, most: 366 } as const
export const shareNameLength = 100
export const sharePasswordLength = { least: 8, most: 200 } as const

const nameSchema = z.string().trim().max(shareNameLength)
const daysSchema = z.number().int().min(1).max(shareDays.most)
const passwordSchema = z.string().min(sharePasswordLength.least).max(sharePasswordLength.most)

export const createShareLinkSchema = z.object({
  name: nameSchema.default(''),
  scope: z.enum(shareScopes).default('live'),
  /** Which one, where the scope is `revision`. */
  revision: z.number().int().positive().max(1_000_000).nullable().default(null),
  expiresInDays: daysSchema.default(shareDays.usual),
  password: passwordSchema.nullable().default(null),
})
export type CreateShareLink = z.input<typeof createShareLinkSchema>

/** What is missing stays as it is; `password: null` takes the password away. */
export const changeShareLinkSchema = z.object({
  name: nameSchema.optional(),
  expiresInDays: daysSchema.optional(),
  password: passwordSchema.nullable().optional(),
})
export type ChangeShareLink = z.input<typeof changeShareLinkSchema>

export const shareLinkSchema = z.object({
  id: itemIdSchema,
  name: z.string(),
  scope: z.enum(shareScopes),
  revision: z.number().int().nullable(),
  hasPassword: z.boolean(),
  createdBy: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  revokedAt: instantSchema.nullable(),
  /** How often the page was opened; not by how many people. */
  readings: z.number().int(),
  /** Day in UTC. */
  lastReadOn: daySchema.nullable(),
})
export type ShareLink = z.infer<typeof shareLinkSchema>

/** The address stands here once: the server keeps only the hash of its secret. */
export const newShareLinkSchema = z.object({ link: shareLinkSchema, url: z.string() })
export type NewShareLink = z.infer<typeof newShareLinkSchema>
