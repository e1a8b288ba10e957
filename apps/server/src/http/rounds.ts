import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Problem } from '@kintsugi/model'
import { ownSignedNotesSchema, roundActSchema } from '@kintsugi/protocol'
import { principalOf } from '../access/guests.ts'
import { isStorageFailure } from '../storage/storageFailure.ts'
import { oncePerPerson, takingTurns } from '../turns.ts'
import { byGuest, guestRequired } from './guest.ts'
import type { HttpParts } from './parts.ts'
import { refusal, refuse } from './refuse.ts'
import { smallBody } from './requestBody.ts'
import { openRoutes } from './routes.ts'
import {
  boardParams,
  boardRoundParams,
  json,
  jsonBody,
  refused,
  roundNoteParams,
  schemas,
} from './schemas.ts'

const nothing = { 204: { description: 'Done.' }, ...refused }
const answerSchema = z.object({ round: schemas.liveRound.nullable() })

const open = createRoute({
  method: 'post',
  path: '/boards/{id}/rounds',
  summary: 'Open a round of writing or voting (the facilitator)',
  description:
    'What is written in it stays on the server until the reveal. Anonymous notes, votes and later changes are posted without any name under `/api/anonymous`.',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: boardParams, body: jsonBody(schemas.openRound) },
  responses: { 201: json(answerSchema, 'The round as everybody is told of it.'), ...refused },
})
const act = createRoute({
  method: 'post',
  path: '/boards/{id}/rounds/{round}/acts',
  summary:
    'Lead a round (the facilitator): make it anonymous, let somebody in, deal again, reveal, end, cancel',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: boardRoundParams, body: jsonBody(roundActSchema) },
  responses: { 200: json(answerSchema, 'The round as it is now; null where none is going on.'), ...refused },
})
const takeTokens = createRoute({
  method: 'post',
  path: '/boards/{id}/rounds/{round}/tokens',
  summary: 'Take the tokens of one deal, blinded (whoever is in the round)',
  description:
    'Every client takes them at once, whether its person writes or not. The answer is proved to be under the round’s key, which lies in the board.',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: boardRoundParams, body: jsonBody(schemas.tokenRequest) },
  responses: { 200: json(schemas.dealtTokens, 'As many as asked for, and the proof.'), ...refused },
})
const readSigned = createRoute({
  method: 'get',
  path: '/boards/{id}/rounds/{round}/notes',
  summary: 'One’s own signed notes that are still hidden; nobody is given those of others',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: boardRoundParams },
  responses: { 200: json(ownSignedNotesSchema, 'One’s own.'), ...refused },
})
const postSigned = createRoute({
  method: 'post',
  path: '/boards/{id}/rounds/{round}/notes',
  summary: 'Post a note under one’s own name',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: boardRoundParams, body: jsonBody(schemas.signedNote) },
  responses: nothing,
})
const changeSigned = createRoute({
  method: 'put',
  path: '/boards/{id}/rounds/{round}/notes/{note}',
  summary: 'Change an own signed note that is still hidden, or (null) take it away',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: roundNoteParams, body: jsonBody(z.object({ text: z.string().nullable() })) },
  responses: nothing,
})

export function roundRoutes({ collab, rounds }: HttpParts): OpenAPIHono {
  const routes = openRoutes()
  // Tens of milliseconds a deal, and everybody asks at once: a third of the server's time at most, and each in their turn.
  const dealing = oncePerPerson(takingTurns(2))

  routes.openapi(open, async (c) => {
    const { id } = c.req.valid('param')
    const answer = await written(() => rounds.open(id, c.req.valid('json'), principalOf(c.var.guest)))
    return 'problem' in answer ? refuse(c, answer.problem) : c.json(answer, 201)
  })

  routes.openapi(act, async (c) => {
    const { id, round } = c.req.valid('param')
    const answer = await written(() => rounds.act(id, round, c.req.valid('json'), principalOf(c.var.guest)))
    return 'problem' in answer ? refuse(c, answer.problem) : c.json(answer, 200)
  })

  routes.openapi(takeTokens, async (c) => {
    const { id, round } = c.req.valid('param')
    await collab.state(id)
    const by = principalOf(c.var.guest)
    const answer = await written(() => dealing(by.id)(() => rounds.deal(id, round, c.req.valid('json'), by)))
    return 'problem' in answer ? refuse(c, answer.problem) : c.json(answer, 200)
  })

  routes.openapi(readSigned, async (c) => {
    const { id, round } = c.req.valid('param')
    await collab.state(id)
    const answer = rounds.ownSigned(id, round, principalOf(c.var.guest))
    if ('problem' in answer) return refuse(c, answer.problem)
    // When it was posted is kept nowhere.
    return c.json(
      answer.notes.map((note) => ({ ...note, postedAt: null })),
      200,
    )
  })

  routes.openapi(postSigned, async (c) => {
    const { id, round } = c.req.valid('param')
    await collab.state(id)
    const by = principalOf(c.var.guest)
    const answer = await written(() => rounds.postSigned(id, round, c.req.valid('json'), by))
    return 'problem' in answer ? refuse(c, answer.problem) : c.body(null, 204)
  })

  routes.openapi(changeSigned, async (c) => {
    const { id, round, note } = c.req.valid('param')
    await collab.state(id)
    const { text } = c.req.valid('json')
    const answer = await written(() => rounds.changeSigned(id, round, note, text, principalOf(c.var.guest)))
    return 'problem' in answer ? refuse(c, answer.problem) : c.body(null, 204)
  })
  return routes
}

/** A disk that takes nothing is an answer, too. */
async function written<T>(work: () => T | Promise<T>): Promise<T | { problem: Problem }> {
  try {
    return await work()
  } catch (error) {
    if (!isStorageFailure(error)) throw error
    return { problem: refusal('storageUnavailable') }
  }
}
