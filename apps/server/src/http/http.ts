import type { Problem } from '@kintsugi/model'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { CollabProblem } from '../collab/collab.ts'
import { takingTurns } from '../turns.ts'
import { anonymityRoutes } from './anonymityPage.ts'
import { anonymousRoutes } from './anonymous.ts'
import { apiDocsPage } from './apiDocs.ts'
import { boardRoutes } from './boards.ts'
import { clientRoutes } from './client.ts'
import { exportRoutes } from './exports.ts'
import { dataHeaders, readingHeaders } from './headers.ts'
import { importRoutes } from './imports.ts'
import { languageOfRequest } from './language.ts'
import { notFoundPage } from './notFoundPage.ts'
import { openApiDocument } from './openapi.ts'
import { ownOriginRequired } from './origin.ts'
import { pageRoutes } from './pages.ts'
import type { HttpParts } from './parts.ts'
import { postmortemRoutes } from './postmortems.ts'
import { practiceRoutes } from './practice.ts'
import { readerRoutes } from './readerPages.ts'
import { refusal, refuse } from './refuse.ts'
import { RevisionPages } from './revisionPages.ts'
import { roundRoutes } from './rounds.ts'
import { openRoutes } from './routes.ts'
import { shareLinkRoutes } from './shareLinks.ts'
import { templateRoutes } from './templates.ts'

/** Everything the server says over HTTP. The socket path is not here: it is an upgrade, not a request. */
export function openHttp(given: Omit<HttpParts, 'inTurn'>): Hono {
  const parts: HttpParts = { ...given, inTurn: takingTurns(2) }
  const api = openRoutes()
  api.use(dataHeaders, compress())
  // Pages people look at: their style sheets are allowed, by hash.
  api.use('/docs', readingHeaders)
  for (const page of ['html', 'reportHtml']) {
    api.use(`/boards/:id/export/${page}`, readingHeaders)
    api.use(`/postmortems/:id/revisions/:n/export/${page}`, readingHeaders)
  }
  for (const routes of [
    boardRoutes,
    importRoutes,
    postmortemRoutes,
    shareLinkRoutes,
    practiceRoutes,
    templateRoutes,
    roundRoutes,
    anonymousRoutes,
    exportRoutes,
  ])
    api.route('/', routes(parts))
  const document = openApiDocument(api)
  api.get('/openapi.json', (c) => c.json(document))
  api.get('/docs', (c) => c.html(apiDocsPage(document, languageOfRequest(c))))
  api.all('*', (c) => refuse(c, refusal('routeUnknown', { path: c.req.path })))

  const http = new Hono()
  http.onError((error, c) =>
    refuse(c, problemOf(error) ?? refusal('internal', { reference: parts.report(error) })),
  )
  const pages = new RevisionPages(parts.revisions)
  http.use(readingHeaders, noStoreByDefault)
  // In front of the check of origins: a form on a page that sends no referrer says `Origin: null`.
  http.route('/', readerRoutes(parts, pages))
  http.use(ownOriginRequired(parts.origins))
  http.route('/api', api)
  http.route('/', anonymityRoutes())
  http.route('/', pageRoutes(parts, pages))
  http.route('/', clientRoutes(parts.clientFolder))
  http.notFound((c) => c.html(notFoundPage(languageOfRequest(c)), 404))
  return http
}

/** An expected failure that came as an exception; undefined for a bug. */
function problemOf(error: Error): Problem | undefined {
  if (error instanceof CollabProblem) return error.problem
  // The validator's: a body that does not parse (400), or is declared as something else (415).
  if (error instanceof HTTPException && error.status < 500) return refusal('bodyNotJson')
  // Whoever sent it hung up in the middle: nobody hears the answer.
  if ('code' in error && error.code === 'ECONNRESET') return refusal('bodyNotJson')
  return undefined
}

const noStoreByDefault: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}
