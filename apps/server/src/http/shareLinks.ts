import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { byGuest, guestRequired } from './guest.ts'
import type { HttpParts } from './parts.ts'
import { refusal, refuse } from './refuse.ts'
import { smallBody } from './requestBody.ts'
import { openRoutes } from './routes.ts'
import { boardParams, json, jsonBody, linkParams, refused, schemas } from './schemas.ts'

const list = createRoute({
  method: 'get',
  path: '/boards/{id}/links',
  summary: 'List the links for reading, newest first, those that ended included',
  request: { params: boardParams },
  responses: {
    200: json(z.array(schemas.shareLink), 'All links; none of them tells its address.'),
    ...refused,
  },
})
const create = createRoute({
  method: 'post',
  path: '/boards/{id}/links',
  summary: 'Make a link for reading',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: boardParams, body: jsonBody(schemas.createShareLink) },
  responses: {
    201: json(schemas.newShareLink, 'The link with its address, which is shown this once.'),
    ...refused,
  },
})
const change = createRoute({
  method: 'patch',
  path: '/boards/{id}/links/{link}',
  summary: 'Change the name, the end or the password of a link; its address stays',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: linkParams, body: jsonBody(schemas.changeShareLink) },
  responses: { 200: json(schemas.shareLink, 'The link as it is now.'), ...refused },
})
const revoke = createRoute({
  method: 'delete',
  path: '/boards/{id}/links/{link}',
  summary: 'Revoke a link, for good; pages that are open by it say so at once',
  middleware: [guestRequired] as const,
  security: byGuest,
  request: { params: linkParams },
  responses: { 200: json(schemas.shareLink, 'The link as it is now.'), ...refused },
})

/** Where the person who asks sees us: behind a proxy that is another address than the one we listen on. */
const ownAddress = (c: Context): string => c.req.header('origin') ?? `http://${c.req.header('host') ?? ''}`

export function shareLinkRoutes({ share, db, revisions }: HttpParts): OpenAPIHono {
  const { links, readings } = share
  const routes = openRoutes()
  const hasBoard = async (id: string): Promise<boolean> =>
    (await db.selectFrom('boards').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

  routes.openapi(list, async (c) => {
    const { id } = c.req.valid('param')
    if (!(await hasBoard(id))) return refuse(c, refusal('boardUnknown'))
    await readings.flush()
    return c.json(await links.of(id), 200)
  })

  routes.openapi(create, async (c) => {
    const { id } = c.req.valid('param')
    const wanted = c.req.valid('json')
    if (!(await hasBoard(id))) return refuse(c, refusal('boardUnknown'))
    if (wanted.scope === 'revision') {
      const found = (await revisions.of(id)).some(({ number }) => number === wanted.revision)
      if (!found) return refuse(c, refusal('revisionUnknown', { number: wanted.revision ?? '–' }))
    }
    const made = await links.create(id, wanted, c.var.guest.name)
    if ('problem' in made) return refuse(c, made.problem)
    return c.json({ link: made.link, url: `${ownAddress(c)}/r/${made.secret}` }, 201)
  })

  routes.openapi(change, async (c) => {
    const { id, link } = c.req.valid('param')
    const changed = await links.change(id, link, c.req.valid('json'))
    return 'problem' in changed ? refuse(c, changed.problem) : c.json(changed, 200)
  })

  routes.openapi(revoke, async (c) => {
    const { id, link } = c.req.valid('param')
    const revoked = await links.revoke(id, link)
    return 'problem' in revoked ? refuse(c, revoked.problem) : c.json(revoked, 200)
  })
  return routes
}
