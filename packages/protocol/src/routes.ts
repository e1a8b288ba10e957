import {
  boardIdSchema,
  boardSnapshotSchema,
  daySchema,
  instantSchema,
  itemIdSchema,
  problemSchema,
  severitySchema,
  timeZoneSchema,
} from '@kintsugi/model'
import { z } from 'zod'

/**
 * Every refusal over HTTP: `application/json`, status 4xx or 5xx. The code and its arguments are for programs (our
 * client words them itself); `message` is the sentence in the language asked for, for people who call the API by hand.
 */
export const problemBodySchema = z.object({ problem: problemSchema, message: z.string().default('') })
export type ProblemBody = z.infer<typeof problemBodySchema>

/** A guest in mode `open`: a name, and a key that the browser keeps. The key never leaves the server's memory unhashed. */
export const guestSchema = z.object({
  name: z.string().trim().min(1).max(100),
  deviceKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})
export type Guest = z.infer<typeof guestSchema>

export const createBoardSchema = z.object({
  title: z.string().max(300).default(''),
  timeZone: timeZoneSchema.default('UTC'),
  /** Who looks after the postmortem; left out: the guest who creates the board. */
  owner: z.string().trim().max(100).optional(),
  /** A template to begin with; a built-in one in the language of the request. */
  template: itemIdSchema.optional(),
  /** A copy of the worked example in this language instead of an empty board; the other fields do not matter then. */
  sample: z.enum(['ja', 'en']).optional(),
})
export type CreateBoard = z.input<typeof createBoardSchema>
/** What a list shows of a board beside its title. */
export const glanceSchema = z.object({
  /** Header figure of the board, 0–1; null where no cause counts. */
  mended: z.number().nullable().default(null),
  severity: severitySchema.nullable().default(null),
  services: z.array(z.string()).default([]),
})
export type Glance = z.infer<typeof glanceSchema>

export const boardCardSchema = z.object({
  id: boardIdSchema,
  title: z.string(),
  state: z.enum(['live', 'final']),
  /** Latest revision's number; 0 where there is none. */
  revision: z.number().int(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  /** How many hold the board open now. */
  present: z.number().int(),
  glance: glanceSchema,
})
export type BoardCard = z.infer<typeof boardCardSchema>

/** `clientId` is the Yjs client id the ticket's holder will write under; it is bound to the guest for good. */
export const ticketRequestSchema = z.object({
  guest: guestSchema,
  clientId: z.number().int().min(0).max(0xffffffff),
  reusable: z
    .boolean()
    .default(false)
    .describe(
      'For `/yjs/{id}?ticket=…` only: good for every reconnection of this one client for 12 hours, across restarts of the server, unless an update of it is refused. Otherwise a ticket opens one connection, once, within 30 seconds.',
    ),
})
export const ticketSchema = z.object({ ticket: z.string(), expiresInSeconds: z.number() })

export const importRequestSchema = z.object({
  text: z.string(),
  fileName: z.string().max(300).default(''),
  zone: timeZoneSchema.nullable().default(null),
  /** Day for times that have none. */
  date: daySchema.nullable().default(null),
})
export type ImportRequest = z.infer<typeof importRequestSchema>
export const importPreviewSchema = z.object({
  format: z.string(),
  /** What was read from the text; what of it is not a duplicate would be added. */
  snapshot: boardSnapshotSchema,
  /** Ids, among the snapshot's, of items that the board has already. */
  duplicates: z.array(z.string()),
  problems: z.array(problemSchema),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>
export const importResultSchema = z.object({
  batch: z.string(),
  added: z.number().int(),
  duplicates: z.number().int(),
  problems: z.array(problemSchema),
})
export type ImportResult = z.infer<typeof importResultSchema>

export const revisionCardSchema = z.object({
  boardId: boardIdSchema,
  number: z.number().int().positive(),
  title: z.string(),
  /** SHA-256 over the stored bytes, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  previousHash: z.string().nullable(),
  finalizedAt: instantSchema,
  finalizedBy: z.string(),
  glance: glanceSchema,
})
export type RevisionCard = z.infer<typeof revisionCardSchema>
/** Latest revision and all of them, newest first. */
export const postmortemSchema = z.object({
  latest: revisionCardSchema,
  revisions: z.array(revisionCardSchema),
})
export type Postmortem = z.infer<typeof postmortemSchema>

export const revisionFormat = 'kintsugi.revision/1'
/**
 * What `GET …/revisions/:n` sends, in the very bytes that were hashed (RFC 8785). Everything a reader may want to
 * rely on stands inside them, the chain to the revision before included.
 */
export const revisionDocumentSchema = z.object({
  format: z.literal(revisionFormat),
  boardId: boardIdSchema,
  number: z.number().int().positive(),
  /** Hash of revision `number - 1`; null for the first. */
  previousHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  finalizedAt: instantSchema,
  /** Name under which it was finalized. */
  finalizedBy: z.string(),
  snapshot: boardSnapshotSchema,
})
export type RevisionDocument = z.infer<typeof revisionDocumentSchema>

export const verificationSchema = z.object({
  valid: z.boolean(),
  storedHash: z.string(),
  computedHash: z.string(),
})
export type Verification = z.infer<typeof verificationSchema>
