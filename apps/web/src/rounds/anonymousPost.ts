import {
  type AnonymousChange,
  type AnonymousNote,
  anonymousAnswerSchema,
  anonymousBytes,
  anonymousPath,
  type Ballot,
  problemBodySchema,
} from '@kintsugi/protocol'
import { ProblemError, problemOf } from '../live/problemError.ts'

export type AnonymousBody = {
  readonly notes: AnonymousNote
  readonly ballots: Ballot
  readonly changes: AnonymousChange
}

/** JSON, then blanks: every post has the same size, however much or little was written. */
export function paddedBody(value: unknown): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(value))
  if (json.length > anonymousBytes) throw new ProblemError(problemOf('noteTooLong'))
  const body = new Uint8Array(anonymousBytes).fill(0x20)
  body.set(json)
  return body
}

/**
 * Posts without anything that says who: no cookie, no guest header, no referrer, nothing in a cache, and (the browser
 * keeps connections with and without credentials apart) not over the connection on which this person is known.
 */
export async function postAnonymously<K extends keyof AnonymousBody>(
  place: { boardId: string; roundId: string },
  kind: K,
  value: AnonymousBody[K],
  fetching: typeof fetch = fetch,
): Promise<void> {
  const body = paddedBody(value)
  let response: Response
  try {
    response = await fetching(`/api${anonymousPath}/${place.boardId}/${place.roundId}/${kind}`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      // Lets a note arrive whose page is closed at this moment.
      keepalive: true,
    })
  } catch (cause) {
    throw new ProblemError(problemOf('serverUnreachable'), null, { cause })
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok && anonymousAnswerSchema.safeParse(answer).success) return
  const refused = problemBodySchema.safeParse(answer)
  throw new ProblemError(
    refused.success ? refused.data.problem : problemOf('answerUnreadable', { status: response.status }),
    response.status,
  )
}
