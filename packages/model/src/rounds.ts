import { z } from 'zod'
import { itemIdSchema } from './id.ts'
import { instantSchema } from './time.ts'

/** A phase of the meeting in which everybody writes or votes by themselves. */
export const roundKinds = ['writing', 'voting'] as const
export const roundKindSchema = z.enum(roundKinds)
export type RoundKind = z.infer<typeof roundKindSchema>

/** Signed notes bear their author's name once revealed. A round may turn from signed to anonymous, never back. */
export const roundModes = ['signed', 'anonymous'] as const
export const roundModeSchema = z.enum(roundModes)
export type RoundMode = z.infer<typeof roundModeSchema>

/** SHA-256 of what an anonymous author posted, base64url: proof to its author, and to nobody else, that it is in. */
export const sealSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
/** Compressed ristretto255 point, base64url. */
export const tokenKeySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** Fewer than this many present: an anonymous round is refused. Fewer than `warn`: it warns. */
export const smallGroup = { least: 3, warn: 5 } as const

/**
 * What is published of a round, in the board itself, so that everybody and every revision has the same: the server
 * writes it and nobody else can. No note, no name, no vote of a person is in it.
 */
export const roundSchema = z.object({
  id: itemIdSchema,
  kind: roundKindSchema,
  mode: roundModeSchema,
  /** Under which all tokens of the round are dealt; a client that is shown another one is being singled out. */
  tokenKey: tokenKeySchema,
  /** Tokens dealt to each member. */
  tokens: z.number().int().positive(),
  /** How many are present. */
  members: z.number().int().nonnegative(),
  openedAt: instantSchema,
  /** When the notes were revealed or the votes counted; null while the round is open. */
  endedAt: instantSchema.nullable().default(null),
  /** Of all notes that are in, in the order of the alphabet. */
  seals: z.array(sealSchema).default([]),
  /** Topic (a group or a note that is in none) → votes; empty until they are counted. */
  votes: z.record(itemIdSchema, z.number().int().nonnegative()).default({}),
})
export type Round = z.infer<typeof roundSchema>
