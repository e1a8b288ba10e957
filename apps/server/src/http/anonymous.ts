import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { readPadded } from '@kintsugi/anonymity'
import { type BoardId, type ItemId, limits, type Problem } from '@kintsugi/model'
import { anonymousBytes, anonymousPath } from '@kintsugi/protocol'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Throttle } from '../collab/throttle.ts'
import type { Rounds } from '../rounds/rounds.ts'
import { isStorageFailure } from '../storage/storageFailure.ts'
import type { Taken } from '../vault/vault.ts'
import { guestHeader } from './guest.ts'
import type { HttpParts } from './parts.ts'
import { refusal, refuse } from './refuse.ts'
import { openRoutes } from './routes.ts'
import { json, jsonBody, refused, roundParams, schemas } from './schemas.ts'

/** Where anonymous posts go. */
export type AnonymousDesk = Pick<Rounds, 'knows' | 'postNote' | 'vote' | 'change' | 'turnedAway'>

/** Every answer has this size, refusals in either language as well. */
const answerBytes = 1024
/** Whatever says who sends. A browser that is asked to post anonymously sends none of them. */
const naming = ['Cookie', guestHeader, 'Authorization', 'Referer']

type Noted = { Variables: { turnedAway?: string } }
type Plain = MiddlewareHandler<Noted>

/** Refuses what no round has looked at; it is counted with the rest. */
function turnAway(c: Context<Noted>, problem: Problem): Response {
  c.set('turnedAway', problem.code)
  return refuse(c, problem)
}

/** A client's mistake is refused loudly, before anything of the body is read. */
const unnamed: Plain = async (c, next) => {
  const header = naming.find((name) => c.req.header(name) !== undefined)
  return header === undefined ? next() : turnAway(c, refusal('anonymousNamed', { header }))
}

const size = { size: anonymousBytes }
const notAbove: Plain = bodyLimit({
  maxSize: anonymousBytes,
  onError: (c) => turnAway(c, refusal('anonymousSize', size)),
})
const padded: Plain = async (c, next) => {
  const read = readPadded(new Uint8Array(await c.req.arrayBuffer()), anonymousBytes)
  if ('value' in read) return next()
  return turnAway(c, read.problem)
}

const sameAnswer: Plain = async (c, next) => {
  await next()
  const { status, headers } = c.res
  const text = await c.res.text()
  const blanks = ' '.repeat(Math.max(0, answerBytes - Buffer.byteLength(text)))
  c.res = undefined
  c.res = new Response(text + blanks, { status, headers })
  // Not to be compressed: that would give each answer its own size again.
  c.header('Cache-Control', 'no-store, no-transform')
  c.header('Referrer-Policy', 'no-referrer')
}

const description =
  `The body is JSON, then blanks, ${anonymousBytes} bytes in all. A request that bears ${naming.join(', ')} is refused ` +
  `(anonymousNamed). Nothing of it is logged. Answers have ${answerBytes} bytes.`

const postNote = createRoute({
  method: 'post',
  path: `${anonymousPath}/{board}/{round}/notes`,
  summary: 'Post a note to a writing round, under a token and no name',
  description,
  middleware: [sameAnswer, unnamed, notAbove, padded] as const,
  request: { params: roundParams, body: jsonBody(schemas.anonymousNote) },
  responses: { 200: json(schemas.anonymousAnswer, 'It is in, hidden.'), ...refused },
})
const postBallot = createRoute({
  method: 'post',
  path: `${anonymousPath}/{board}/{round}/ballots`,
  summary: 'Cast, move or take back a vote, under a token and no name',
  description,
  middleware: [sameAnswer, unnamed, notAbove, padded] as const,
  request: { params: roundParams, body: jsonBody(schemas.ballot) },
  responses: { 200: json(schemas.anonymousAnswer, 'It counts.'), ...refused },
})
const postChange = createRoute({
  method: 'post',
  path: `${anonymousPath}/{board}/{round}/changes`,
  summary: 'Change or delete an own anonymous note, by its key',
  description,
  middleware: [sameAnswer, unnamed, notAbove, padded] as const,
  request: { params: roundParams, body: jsonBody(schemas.anonymousChange) },
  responses: { 200: json(schemas.anonymousAnswer, 'It is done, or waits for company.'), ...refused },
})

/** Nobody's requests: no guest, no address, no user agent is looked at, and nothing of them reaches the log. */
export function anonymousRoutes({
  rounds,
  report,
}: Pick<HttpParts, 'report'> & { rounds: AnonymousDesk }): OpenAPIHono {
  const routes = openRoutes()
  const throttles = new Map<string, Throttle>()

  const counted: Plain = async (c, next) => {
    await next()
    const { turnedAway } = c.var
    const { board = '', round = '' } = c.req.param() as { board?: string; round?: string }
    if (turnedAway !== undefined && rounds.knows(board, round)) rounds.turnedAway(round, turnedAway)
  }
  routes.use(`${anonymousPath}/:board/:round/:kind`, counted)

  /** By the round alone: a limit by address would have to know the address. */
  function isCrowded(roundId: ItemId): boolean {
    const throttle = throttles.get(roundId) ?? new Throttle(limits.anonymousPerSecond, limits.anonymousBurst)
    // Made anew it is full: a round that is forgotten here gains a burst at most.
    if (throttles.size >= 1000) throttles.clear()
    throttles.set(roundId, throttle)
    return !throttle.tryTake()
  }

  function answer(c: Context, board: BoardId, round: ItemId, take: () => Taken) {
    try {
      if (!rounds.knows(board, round)) return refuse(c, refusal('roundUnknown'))
      if (isCrowded(round)) {
        rounds.turnedAway(round, 'anonymousCrowded')
        return refuse(c, refusal('anonymousCrowded'))
      }
      const taken = take()
      return 'problem' in taken ? refuse(c, taken.problem) : c.json(taken, 200)
    } catch (error) {
      if (isStorageFailure(error)) return refuse(c, refusal('storageUnavailable'))
      // Only what kind of bug it was: its message, or what it was thrown with, may repeat what was sent.
      const kind = error instanceof Error ? error.constructor.name : typeof error
      return refuse(
        c,
        refusal('internal', { reference: report(new Error(`an anonymous post met a ${kind}`)) }),
      )
    }
  }

  routes.openapi(postNote, (c) => {
    const { board, round } = c.req.valid('param')
    return answer(c, board, round, () => rounds.postNote(board, round, c.req.valid('json')))
  })
  routes.openapi(postBallot, (c) => {
    const { board, round } = c.req.valid('param')
    return answer(c, board, round, () => rounds.vote(board, round, c.req.valid('json')))
  })
  routes.openapi(postChange, (c) => {
    const { board, round } = c.req.valid('param')
    return answer(c, board, round, () => rounds.change(board, round, c.req.valid('json')))
  })
  return routes
}
