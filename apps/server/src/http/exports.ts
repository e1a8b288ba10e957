import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { fileNameOf, formatNamed, formats, reportPageOf, type WriteContext } from '@kintsugi/exchange/formats'
import {
  type BoardSnapshot,
  boardJsonSchema,
  invariant,
  type ReportStage,
  reportStages,
  toInstant,
} from '@kintsugi/model'
import { renderPostmortem, renderReport } from '@kintsugi/reading'
import { createWords } from '@kintsugi/words'
import type { Context } from 'hono'
import { readRevision } from '../revisions/document.ts'
import { sendFile, sendSchema } from './files.ts'
import { languageOfRequest } from './language.ts'
import type { HttpParts } from './parts.ts'
import { refusal, refuse } from './refuse.ts'
import { openRoutes } from './routes.ts'
import { boardParams, refused, revisionParams } from './schemas.ts'

/** HTML is `reading`'s, and served beside the formats of `exchange`. */
const pages = ['html', 'reportHtml'] as const
const names = [...formats.map(({ name }) => name), ...pages]

const format = z.enum(names as [string, ...string[]])
const query = z.object({
  lang: z.enum(['ja', 'en']).optional(),
  stage: z
    .enum(reportStages)
    .optional()
    .openapi({ description: 'Which incident report; final where not said.' }),
})
const file = {
  200: {
    description: 'The document, as a file; pages (html, reportHtml) to be looked at.',
    content: Object.fromEntries(
      [...new Set([...formats.map(({ mediaType }) => mediaType), 'text/html'])].map((type) => [
        type,
        { schema: z.string() },
      ]),
    ),
  },
  ...refused,
}
const ofBoard = createRoute({
  method: 'get',
  path: '/boards/{id}/export/{format}',
  summary: 'The board as a document',
  request: { params: boardParams.extend({ format }), query },
  responses: file,
})
const ofRevision = createRoute({
  method: 'get',
  path: '/postmortems/{id}/revisions/{n}/export/{format}',
  summary: 'A finalized revision as a document',
  request: { params: revisionParams.extend({ format }), query },
  responses: file,
})
const schema = createRoute({
  method: 'get',
  path: '/schema/board-1.json',
  summary: 'JSON Schema (2020-12) of a board, as `json` exports it and an import takes it',
  responses: {
    200: { description: 'The schema.', content: { 'application/schema+json': { schema: z.unknown() } } },
    ...refused,
  },
})

const stageOf = (c: Context): ReportStage =>
  reportStages.find((stage) => stage === c.req.query('stage')) ?? 'final'

function page(name: string, snapshot: BoardSnapshot, context: WriteContext): string | null {
  if (name === 'html') return renderPostmortem({ snapshot, revision: null, language: context.language })
  return name === 'reportHtml' ? renderReport(reportPageOf(snapshot, context), context.language) : null
}

function send(c: Context, snapshot: BoardSnapshot, now: string): Response {
  const name = c.req.param('format') ?? ''
  const language = languageOfRequest(c)
  const context = { language, words: createWords(language).t, now, stage: stageOf(c) }
  c.header('Vary', 'Accept-Language')
  const html = page(name, snapshot, context)
  if (html !== null) return c.html(html)
  const found = formatNamed(name)
  if (!found)
    return refuse(c, refusal('formatUnknown', { format: name.slice(0, 40), known: names.join(', ') }))
  return sendFile(c, {
    name: fileNameOf(snapshot, found),
    mediaType: found.mediaType,
    body: found.write(snapshot, context),
  })
}

/** Boards and revisions as documents, and the schema of the one that loses nothing. */
export function exportRoutes({ collab, revisions, inTurn }: HttpParts): OpenAPIHono {
  const routes = openRoutes()
  const described = JSON.stringify(boardJsonSchema(), null, 2)
  // In the document, but answered outside of the typed JSON: what is sent are files.
  for (const route of [ofBoard, ofRevision, schema]) routes.openAPIRegistry.registerPath(route)

  /** Whoever hung up while waiting gets nothing made. */
  const made = (c: Context, make: () => Promise<Response>): Promise<Response> => {
    const { signal } = c.req.raw
    return inTurn(() => (signal.aborted ? c.body(null) : make()))
  }

  routes.get('/boards/:id/export/:format', (c) =>
    made(c, async () => send(c, await collab.snapshot(c.req.param('id')), toInstant(Date.now()))),
  )
  routes.get('/postmortems/:id/revisions/:n/export/:format', (c) =>
    made(c, async () => {
      const { id, n } = c.req.param()
      const found = await revisions.stored(id, Number(n))
      if (!found) return refuse(c, refusal('revisionUnknown', { number: n }))
      const document = readRevision(found.bytes)
      invariant('snapshot' in document, `the stored bytes of ${id}/${n} are a revision`)
      return send(c, document.snapshot, found.card.finalizedAt)
    }),
  )
  routes.get('/schema/board-1.json', (c) => sendSchema(c, described))
  return routes
}
