import { limits } from '@kintsugi/model'
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
/** By Content-Length before a byte is read, otherwise while reading. */
export const importBody = within(importBodyBytes, 'importTooBig', limits.importBytes / 1_000_000)
export const smallBody = within(smallBodyBytes, 'bodyTooBig', smallBodyBytes / 1_000_000)
