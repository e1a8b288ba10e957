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
  votesMissing: 400,
  guestUnreadable: 400,
  anonymousNamed: 400,
  anonymousSize: 400,
  guestMissing: 401,
  originForeign: 403,
  askFacilitator: 403,
  facilitatorOnly: 403,
  roleNotYours: 403,
  notInRound: 403,
  tokenInvalid: 403,
  signatureInvalid: 403,
  boardUnknown: 404,
  postmortemUnknown: 404,
  revisionUnknown: 404,
  batchUnknown: 404,
  departmentUnknown: 404,
  templateUnknown: 404,
  templatesNone: 404,
  routeUnknown: 404,
  formatUnknown: 404,
  linkUnknown: 404,
  roundUnknown: 404,
  noteUnknown: 404,
  topicUnknown: 404,
  boardFinal: 409,
  clientIdTaken: 409,
  boardNotFinal: 409,
  boardEmpty: 409,
  linkRevoked: 409,
  tooManyLinks: 409,
  departmentTaken: 409,
  departmentLimit: 409,
  templateBuiltIn: 409,
  templateChanged: 409,
  templateLimit: 409,
  meetingTimeMissing: 409,
  roleHeld: 409,
  memberAbsent: 409,
  notOnBoard: 409,
  boardLocked: 409,
  roundOpen: 409,
  roundOver: 409,
  roundRevealed: 409,
  roundSigned: 409,
  groupTooSmall: 409,
  topicsMissing: 409,
  notOnBoardNow: 409,
  dealsOver: 409,
  dealUnknown: 409,
  tokenSpent: 409,
  tokensDealt: 409,
  changeStale: 409,
  bodyTooBig: 413,
  importTooBig: 413,
  importTooHeavy: 413,
  itemLimit: 413,
  noteTooLong: 413,
  boardFull: 413,
  tooManyItems: 413,
  anonymousCrowded: 429,
  internal: 500,
  storageUnavailable: 503,
  rebuilding: 503,
  shuttingDown: 503,
  finalizing: 503,
  importsCrowded: 503,
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
