import {
  instantSchema,
  itemIdSchema,
  kptColumnSchema,
  roundKindSchema,
  roundModeSchema,
  roundSchema,
  tokenKeySchema,
} from '@kintsugi/model'
import { z } from 'zod'

/** Tokens dealt to each member of a writing round; a second deal brings as many again, to everybody at once. */
export const tokensPerDeal = 12
/** Votes that a round may give each voter. */
export const mostVotes = 30
/** Deals one round may see. */
export const mostDeals = 5

/**
 * The round as everybody is told of it. Of hidden notes only how many there are, and that with a delay, so that a number
 * going up does not coincide with somebody's hand leaving the keyboard.
 */
export const liveRoundSchema = roundSchema
  .pick({ id: true, kind: true, mode: true, tokenKey: true, openedAt: true })
  .extend({
    /** `open`: notes or votes are hidden. `revealed`: they lie on the board; late notes still come in batches. */
    state: z.enum(['open', 'revealed']),
    /** By principal; whom the facilitator saw when the round was opened, or let in later. */
    members: z.array(z.object({ principal: z.string().max(64), name: z.string().max(100) })),
    /** Tokens of one deal: notes, or votes, each member can give. */
    tokens: z.number().int().positive(),
    deals: z.number().int().positive(),
    /** Notes that are in, or votes cast. */
    count: z.number().int().nonnegative(),
    /** What can be voted on, as it was when the round was opened: groups, and notes in none. */
    topics: z.array(itemIdSchema).default([]),
  })
export type LiveRound = z.infer<typeof liveRoundSchema>

/** Facilitator only. `members`: principals whom they see in the list; they themselves are always in. */
export const openRoundSchema = z.object({
  kind: roundKindSchema,
  mode: roundModeSchema.default('anonymous'),
  members: z.array(z.string().max(64)).max(200),
  /** Voting only: votes for each. */
  votes: z.number().int().min(1).max(mostVotes).optional(),
  /** Starts the meeting's timer with the round. */
  minutes: z.number().int().min(1).max(180).optional(),
})
export type OpenRound = z.input<typeof openRoundSchema>

/**
 * Facilitator only. `anonymous`: the one-way ratchet. `admit`: lets somebody in. `deal`: as many tokens again, for all.
 * `reveal`: the notes go to the board, or the votes are counted. `end`: no more late notes; the round's key is destroyed.
 * `cancel`: only before the reveal: everything hidden is destroyed.
 */
export const roundActSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('anonymous') }),
  z.object({ act: z.literal('admit'), principal: z.string().max(64) }),
  z.object({ act: z.literal('deal') }),
  z.object({ act: z.literal('reveal') }),
  z.object({ act: z.literal('end') }),
  z.object({ act: z.literal('cancel') }),
])
export type RoundAct = z.infer<typeof roundActSchema>

/** A member asks for one deal's tokens, once: exactly as many blinded elements as a deal has. Asking again with the same gives the same. */
export const tokenRequestSchema = z.object({
  deal: z.number().int().min(1).max(mostDeals),
  /** Compressed ristretto255 points. */
  blinded: z.array(tokenKeySchema).min(1).max(mostVotes),
})
export type TokenRequest = z.infer<typeof tokenRequestSchema>
export const dealtTokensSchema = z.object({
  tokenKey: tokenKeySchema,
  evaluated: z.array(tokenKeySchema),
  /** DLEQ proof over the whole batch, 64 bytes base64url. */
  proof: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
})
export type DealtTokens = z.infer<typeof dealtTokensSchema>

/** A note under one's own name, in a signed round or by choice in an anonymous one. It spends a token like any other. */
export const signedNoteSchema = z.object({
  /** Input and output of the VOPRF. */
  token: z.object({
    input: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    output: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  }),
  column: kptColumnSchema,
  text: z.string(),
})
export type SignedNote = z.infer<typeof signedNoteSchema>
/** One's own signed notes of the open round: nobody else is given them before the reveal. */
export const ownSignedNotesSchema = z.array(
  z.object({
    id: itemIdSchema,
    column: kptColumnSchema,
    text: z.string(),
    postedAt: instantSchema.nullable(),
  }),
)
