import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type Template, templatesFile, templatesJsonSchema } from '@kintsugi/model/templates'
import type { Context } from 'hono'
import { sendFile, sendSchema } from './files.ts'
import { byGuest, guestRequired } from './guest.ts'
import { languageOfRequest } from './language.ts'
import type { HttpParts } from './parts.ts'
import { refusal, refuse } from './refuse.ts'
import { smallBody, templatesBody } from './requestBody.ts'
import { openRoutes } from './routes.ts'
import { json, jsonBody, refused, schemas, templateParams } from './schemas.ts'

const languageQuery = { lang: z.string().max(20).optional() }
const file = {
  description: 'A file to take to another server.',
  content: { 'application/json': { schema: schemas.templatesFile } },
}

const list = createRoute({
  method: 'get',
  path: '/templates',
  summary: 'The templates: the built-in ones in the language asked for, then the server’s own',
  request: { query: z.object({ ...languageQuery, deleted: z.enum(['true', 'false']).optional() }) },
  responses: { 200: json(z.array(schemas.template), 'With `deleted=true` deleted ones too.'), ...refused },
})
const add = createRoute({
  method: 'post',
  path: '/templates',
  summary: 'Add a template; a name that is taken gets a number',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { body: jsonBody(schemas.templateContent) },
  responses: { 201: json(schemas.template, 'The new template.'), ...refused },
})
const change = createRoute({
  method: 'put',
  path: '/templates/{template}',
  summary: 'Write a template anew; refused where somebody else has since `version`',
  middleware: [smallBody, guestRequired] as const,
  security: byGuest,
  request: { params: templateParams, body: jsonBody(schemas.templateChange) },
  responses: { 200: json(schemas.template, 'The template as it is now.'), ...refused },
})
const remove = createRoute({
  method: 'delete',
  path: '/templates/{template}',
  summary: 'Delete a template; it can be restored',
  middleware: [guestRequired] as const,
  security: byGuest,
  request: { params: templateParams },
  responses: { 200: json(schemas.template, 'The template, deleted.'), ...refused },
})
const restore = createRoute({
  method: 'post',
  path: '/templates/{template}/restore',
  summary: 'Take a deletion back',
  middleware: [guestRequired] as const,
  security: byGuest,
  request: { params: templateParams },
  responses: { 200: json(schemas.template, 'The template as it is now.'), ...refused },
})
const take = createRoute({
  method: 'post',
  path: '/templates/import',
  summary: 'Add the templates of a file: all of them or none',
  middleware: [templatesBody, guestRequired] as const,
  security: byGuest,
  request: { body: jsonBody(schemas.templatesImport) },
  responses: { 200: json(schemas.templatesImported, 'What was added.'), ...refused },
})
const exportAll = createRoute({
  method: 'get',
  path: '/templates/export',
  summary: 'The server’s own templates as a file',
  responses: { 200: file, ...refused },
})
const exportOne = createRoute({
  method: 'get',
  path: '/templates/{template}/export',
  summary: 'One template as a file',
  request: { params: templateParams, query: z.object(languageQuery) },
  responses: { 200: file, ...refused },
})
const schema = createRoute({
  method: 'get',
  path: '/schema/templates-1.json',
  summary: 'JSON Schema (2020-12) of a file of templates',
  responses: {
    200: { description: 'The schema.', content: { 'application/schema+json': { schema: z.unknown() } } },
    ...refused,
  },
})

export function templateRoutes({ templates }: HttpParts): OpenAPIHono {
  const routes = openRoutes()
  const described = JSON.stringify(templatesJsonSchema(), null, 2)
  for (const route of [exportAll, exportOne, schema]) routes.openAPIRegistry.registerPath(route)

  routes.openapi(list, async (c) => {
    const deleted = c.req.valid('query').deleted === 'true'
    c.header('Vary', 'Accept-Language')
    return c.json(await templates.all(languageOfRequest(c), { deleted }), 200)
  })
  routes.openapi(add, async (c) => {
    const answer = await templates.add(c.req.valid('json'))
    return 'problem' in answer ? refuse(c, answer.problem) : c.json(answer.template, 201)
  })
  routes.openapi(change, async (c) => {
    const answer = await templates.change(c.req.valid('param').template, c.req.valid('json'))
    return 'problem' in answer ? refuse(c, answer.problem) : c.json(answer.template, 200)
  })
  routes.openapi(remove, async (c) => {
    const answer = await templates.setDeleted(c.req.valid('param').template, true)
    return 'problem' in answer ? refuse(c, answer.problem) : c.json(answer.template, 200)
  })
  routes.openapi(restore, async (c) => {
    const answer = await templates.setDeleted(c.req.valid('param').template, false)
    return 'problem' in answer ? refuse(c, answer.problem) : c.json(answer.template, 200)
  })
  routes.openapi(take, async (c) => {
    const answer = await templates.take(c.req.valid('json').text)
    return 'problem' in answer ? refuse(c, answer.problem) : c.json(answer, 200)
  })
  routes.get('/templates/export', async (c) => {
    const own = (await templates.all(languageOfRequest(c))).filter(({ builtIn }) => !builtIn)
    return own.length === 0 ? refuse(c, refusal('templatesNone')) : send(c, own, 'kintsugi-templates')
  })
  routes.get('/templates/:template/export', async (c) => {
    const found = await templates.find(c.req.param('template'), languageOfRequest(c))
    return found ? send(c, [found], found.name) : refuse(c, refusal('templateUnknown'))
  })
  routes.get('/schema/templates-1.json', (c) => sendSchema(c, described))
  return routes
}

function send(c: Context, templates: readonly Template[], name: string): Response {
  return sendFile(c, {
    name: `${name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'template'}.json`,
    mediaType: 'application/json',
    body: `${JSON.stringify(templatesFile(templates), null, 2)}\n`,
  })
}
