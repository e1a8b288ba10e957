import { z } from 'zod'

/** Id of an item on a board: 16 random bytes as base64url without padding, 22 characters. */
export const itemIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
export type ItemId = z.infer<typeof itemIdSchema>

/** Id of a board. Same alphabet and length as an item's: it is unguessable, and in mode `open` it is the key to the board. */
export const boardIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
export type BoardId = z.infer<typeof boardIdSchema>

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** 16 bytes → 22 base64url characters. Randomness enters at the edge, so the bytes are the caller's. */
export function idFromBytes(bytes: Uint8Array): string {
  let id = ''
  for (let i = 0; i < 16; i += 3) {
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    id += alphabet.charAt(word >> 18) + alphabet.charAt((word >> 12) & 63)
    id += alphabet.charAt((word >> 6) & 63) + alphabet.charAt(word & 63)
  }
  return id.slice(0, 22)
}
