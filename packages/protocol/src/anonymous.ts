import { itemIdSchema, kptColumnSchema, sealSchema } from '@kintsugi/model'
import { z } from 'zod'

/**
 * Where anonymous posts go, under `/api`. Requests here bear no cookie, no guest header and no referrer; the server and
 * the proxy configurations we ship log nothing of them. Every body has exactly `anonymousBytes` bytes: JSON, then blanks.
 */
export const anonymousPath = '/anonymous'
export const anonymousBytes = 16_384
/** UTF-8 bytes of one anonymous note. */
export const anonymousTextBytes = 10_000

const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const bytes64 = z.string().regex(/^[A-Za-z0-9_-]{86}$/)

/** One token of the round: the VOPRF's input, 32 random bytes of the author's, and its output. */
export const tokenSchema = z.object({ input: bytes32, output: bytes64 })
export type Token = z.infer<typeof tokenSchema>

/**
 * `POST /api/anonymous/<board>/<round>/notes`. `editKey`: public half (Ed25519) of a key made for this note alone. The
 * note's seal is SHA-256 over the canonical JSON of {round, column, text, editKey}. The same again is the same note;
 * another one under a spent token is refused.
 */
export const anonymousNoteSchema = z.object({
  token: tokenSchema,
  column: kptColumnSchema,
  text: z.string(),
  editKey: bytes32,
})
export type AnonymousNote = z.infer<typeof anonymousNoteSchema>

/** `POST …/ballots`: one token is one vote. The same token again moves its vote; `topic: null` takes it back. */
export const ballotSchema = z.object({ token: tokenSchema, topic: itemIdSchema.nullable() })
export type Ballot = z.infer<typeof ballotSchema>

/**
 * `POST …/changes`: the author's later word on an own note, by the key of that note. `signature`: Ed25519 over the
 * canonical JSON of {round, seal, serial, text}. `seal`: the one the note was posted with; it names the note for good, also
 * when another text has given it another seal. `text: null` deletes. `serial` counts up, so that no old word comes back.
 * Before the reveal it is done at once, in hiding; afterwards it waits for company.
 */
export const anonymousChangeSchema = z.object({
  seal: sealSchema,
  serial: z.number().int().min(1).max(1_000_000),
  text: z.string().nullable(),
  signature: bytes64,
})
export type AnonymousChange = z.infer<typeof anonymousChangeSchema>

/** All answers of this path that are not refusals: nothing that differs from one author to another. */
export const anonymousAnswerSchema = z.object({ taken: z.literal(true) })
