import type { Problem } from '@kintsugi/model'
import type { ProblemBody } from '@kintsugi/protocol'
import { createWords, problemSentence } from '@kintsugi/words'
import type { Context, TypedResponse } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { languageOfRequest } from './language.ts'

/** Every code the HTTP side refuses with, and its status. The sentences are `refusal.<code>` in words. */
export const refusalStatus = {
  bodyNotJson: 400,
  fieldInvalid: 400,
  guestUnreadable: 400,
  guestMissing: 401,
  originForeign: 403,
  boardUnknown: 404,
  postmortemUnknown: 404,
  revisionUnknown: 404,
  batchUnknown: 404,
  routeUnknown: 404,
  boardFinal: 409,
  clientIdTaken: 409,
  boardNotFinal: 409,
  boardEmpty: 409,
  bodyTooBig: 413,
  importTooBig: 413,
  itemLimit: 413,
  boardFull: 413,
  tooManyItems: 413,
  internal: 500,
  storageUnavailable: 503,
  rebuilding: 503,
  shuttingDown: 503,
  finalizing: 503,
} as const satisfies Record<string, ContentfulStatusCode>
export type RefusalCode = keyof typeof refusalStatus
type RefusalStatus = (typeof refusalStatus)[RefusalCode] | 422
export type Refusal = Problem & { code: RefusalCode }

export function refusal(code: RefusalCode, args: Problem['args'] = {}): Refusal {
  return { code, args, line: null }
}
export function isRefusal(value: object): value is Refusal {
  return 'code' in value && typeof value.code === 'string' && value.code in refusalStatus
}

const words = { ja: createWords('ja').t, en: createWords('en').t }

/**
 * The one form in which anything is refused. Callers return it; nothing is thrown for what was to be expected. A code
 * that is not in the table above comes from the gate or from a reader of texts: what was sent does not fit (422).
 */
export function refuse(
  c: Context,
  problem: Problem,
): Response & TypedResponse<ProblemBody, RefusalStatus, 'json'> {
  const message = problemSentence(words[languageOfRequest(c)], problem) ?? problem.code
  c.header('Cache-Control', 'no-store')
  return c.json({ problem, message }, isRefusal(problem) ? refusalStatus[problem.code] : 422)
}
