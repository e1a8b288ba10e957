import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import { problemBodySchema } from '@kintsugi/protocol'
import { guestHeader } from '../http/guest.ts'
import { type Failure, failure } from './failure.ts'

type Env = Readonly<Record<string, string | undefined>>
export const serverUrl = (env: Env): string =>
  (env.KINTSUGI_URL ?? 'http://localhost:4747').replace(/\/+$/, '')

function userName(env: Env): string {
  try {
    return env.KINTSUGI_NAME || userInfo().username
  } catch {
    // An account without an entry (containers): who runs it is not known.
    return env.KINTSUGI_NAME || 'kintsugi'
  }
}

/** Who writes: a name, and a key for this one run, since a command has no browser to keep one. */
function guestOf(env: Env): string {
  const guest = {
    name: userName(env).slice(0, 100) || 'kintsugi',
    deviceKey: randomBytes(32).toString('base64url'),
  }
  return Buffer.from(JSON.stringify(guest)).toString('base64url')
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (!(cause instanceof Error)) return String(cause)
  return 'code' in cause && cause.code ? String(cause.code) : cause.message
}

export interface Server {
  url: string
  get(path: string): Promise<Response | Failure>
  post(path: string, body: unknown): Promise<Response | Failure>
}

/** The server that KINTSUGI_URL names. What it refuses is our failure, in its own words. */
export function openServer(env: Env, fetcher: typeof fetch = fetch): Server {
  const url = serverUrl(env)
  const ask = async (path: string, init: RequestInit): Promise<Response | Failure> => {
    let response: Response
    try {
      response = await fetcher(`${url}${path}`, init)
    } catch (error) {
      return failure('serverUnreachableAt', { url, reason: reasonOf(error) })
    }
    if (response.ok) return response
    const body = problemBodySchema.safeParse(await response.json().catch(() => null))
    return body.success ? { failure: body.data.problem } : failure('answerUnreadableFrom', { url })
  }
  return {
    url,
    get: (path) => ask(path, {}),
    post: (path, body) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [guestHeader]: guestOf(env) },
        body: JSON.stringify(body),
      }),
  }
}
