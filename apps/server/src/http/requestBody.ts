import { limits } from '@kintsugi/model'
import { templateLimits } from '@kintsugi/model/templates'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type RefusalCode, refusal, refuse } from './refuse.ts'

/** JSON writes a quote or a line break as two characters, so a text of the allowed size may need somewhat more. */
export const importBodyBytes = limits.importBytes * 1.5
export const smallBodyBytes = 64_000

function within(
  maxSize: number,
  code: RefusalCode,
  limitMB: number,
): MiddlewareHandler<Record<never, never>> {
  return bodyLimit({
    maxSize,
    onError: (c) => refuse(c, refusal(code, { limitMB })),
  })
}
/** Of all imports together, from their first byte until they are answered. */
const mostBytes = 8 * importBodyBytes

/**
 * Bodies that are held back would fill the memory. What names no length may be as long as it can be. To be made once
 * for all routes that share the room.
 */
export function roomForImports(): MiddlewareHandler<Record<never, never>> {
  let taken = 0
  return async (c, next) => {
    const length =
      c.req.header('transfer-encoding') === undefined ? Number(c.req.header('content-length')) : NaN
    const bytes = Math.min(length || importBodyBytes, importBodyBytes)
    if (taken + bytes > mostBytes) return refuse(c, refusal('importsCrowded'))
    taken += bytes
    try {
      await next()
    } finally {
      taken -= bytes
    }
  }
}

/** By Content-Length before a byte is read, otherwise while reading. */
export const importBody = within(importBodyBytes, 'importTooBig', limits.importBytes / 1_000_000)
export const templatesBody = within(
  templateLimits.fileBytes * 1.5,
  'bodyTooBig',
  templateLimits.fileBytes / 1_000_000,
)
export const smallBody = within(smallBodyBytes, 'bodyTooBig', smallBodyBytes / 1_000_000)
