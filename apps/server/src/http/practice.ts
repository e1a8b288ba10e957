import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { principalOf } from '../access/guests.ts'
import { invitationFile } from '../practice/invitation.ts'
import { isStorageFailure } from '../storage/storageFailure.ts'
import { byGuest, guestRequired } from './guest.ts'
import { languageOfRequest } from './language.ts'
import type { HttpParts } from './parts.ts'
import { refusal, refuse } from './refuse.ts'
import { smallBody } from './requestBody.ts'
import { openRoutes } from './routes.ts'
import { boardParams, departmentParams, json, jsonBody, refused, schemas } from './schemas.ts'

const readMeeting = createRoute({
  method: 'get',
  path: '/boards/{id}/meeting',
  summary: 'How the meeting stands: step, timer, roles, hands, totals of who is ready, lock, round',
  request: { params: boardParams },
  responses: { 200: json(schemas.meeting, 'The shared state, with the server’s clock.'), ...refused },
})
const changeMeeting = createRoute({
  method: 'put',
  path: '/boards/{id}/meeting',
  summary:
    'Move the team’s step, run the timer, take or hand over a role, raise a hand, be ready, lock the board; everybody on it is told',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: boardParams, body: jsonBody(schemas.meetingChange) },
  responses: { 200: json(schemas.meeting, 'The shared state as it is now.'), ...refused },
})
const invitation = createRoute({
  method: 'get',
  path: '/boards/{id}/invitation.ics',
  summary: 'The meeting as a calendar file, with the ground rules',
  request: {
    params: boardParams,
    query: z.object({ lang: z.string().max(20).optional() }),
  },
  responses: {
    200: { description: 'iCalendar.', content: { 'text/calendar': { schema: z.string() } } },
    ...refused,
  },
})
const listDepartments = createRoute({
  method: 'get',
  path: '/departments',
  summary: 'The master list of departments',
  responses: { 200: json(z.array(schemas.department), 'All, archived ones too.'), ...refused },
})
const addDepartment = createRoute({
  method: 'post',
  path: '/departments',
  summary: 'Add a department',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { body: jsonBody(schemas.newDepartment) },
  responses: { 201: json(schemas.department, 'The new department.'), ...refused },
})
const changeDepartment = createRoute({
  method: 'put',
  path: '/departments/{department}',
  summary: 'Rename (the old name stays as an alias), set aliases, archive',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: departmentParams, body: jsonBody(schemas.departmentChange) },
  responses: { 200: json(schemas.department, 'The department as it is now.'), ...refused },
})

export function practiceRoutes({ collab, meetings, rounds, departments, publicUrl }: HttpParts): OpenAPIHono {
  const routes = openRoutes()

  routes.openapi(readMeeting, async (c) => {
    const { id } = c.req.valid('param')
    await collab.state(id)
    return c.json(meetings.of(id), 200)
  })

  routes.openapi(changeMeeting, async (c) => {
    const { id } = c.req.valid('param')
    await collab.state(id)
    try {
      const before = meetings.of(id).step
      const answer = meetings.change(id, c.req.valid('json'), principalOf(c.var.guest))
      if ('problem' in answer) return refuse(c, answer.problem)
      // A phase has begun: what waits in hiding has company enough in everything that changes with it. The same step said
      // again is none, or one could call a single note out just after somebody's hands have left the keyboard.
      if (answer.meeting.step !== before) await rounds.deliver(id)
      return c.json(answer.meeting, 200)
    } catch (error) {
      if (!isStorageFailure(error)) throw error
      return refuse(c, refusal('storageUnavailable'))
    }
  })

  routes.openapi(invitation, async (c) => {
    const { id } = c.req.valid('param')
    const snapshot = await collab.snapshot(id)
    const board = new URL(`/b/${id}`, publicUrl ?? c.req.url).href
    const language = languageOfRequest(c)
    const file = invitationFile(snapshot, { language, board, now: Date.now() })
    if (file === null) return refuse(c, refusal('meetingTimeMissing'))
    c.header('Content-Type', 'text/calendar; charset=utf-8; method=PUBLISH')
    c.header('Content-Disposition', 'attachment; filename="postmortem.ics"')
    return c.body(file, 200)
  })

  routes.openapi(listDepartments, async (c) => c.json(await departments.all(), 200))

  routes.openapi(addDepartment, async (c) => {
    const answer = await departments.add(c.req.valid('json'))
    return 'problem' in answer ? refuse(c, answer.problem) : c.json(answer.department, 201)
  })

  routes.openapi(changeDepartment, async (c) => {
    const answer = await departments.change(c.req.valid('param').department, c.req.valid('json'))
    return 'problem' in answer ? refuse(c, answer.problem) : c.json(answer.department, 200)
  })
  return routes
}
