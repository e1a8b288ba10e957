import type { Problem } from '@kintsugi/model'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { CollabProblem } from '../collab/collab.ts'
import { boardRoutes } from './boards.ts'
import { clientRoutes } from './client.ts'
import { dataHeaders, readingHeaders } from './headers.ts'
import { importRoutes } from './imports.ts'
import { languageOfRequest } from './language.ts'
import { notFoundPage } from './notFoundPage.ts'
import { openApiDocument } from './openapi.ts'
import { ownOriginRequired } from './origin.ts'
import { pageRoutes } from './pages.ts'
import type { HttpParts } from './parts.ts'
import { postmortemRoutes } from './postmortems.ts'
import { refusal, refuse } from './refuse.ts'
import { openRoutes } from './routes.ts'

/** Everything the server says over HTTP. The socket path is not here: it is an upgrade, not a request. */
export function openHttp(parts: HttpParts): Hono {
  const api = openRoutes()
  api.use(dataHeaders, compress())
  for (const routes of [boardRoutes, importRoutes, postmortemRoutes]) api.route('/', routes(parts))
  const document = openApiDocument(api)
  api.get('/openapi.json', (c) => c.json(document))
  api.all('*', (c) => refuse(c, refusal('routeUnknown', { path: c.req.path })))

  const http = new Hono()
  http.onError((error, c) =>
    refuse(c, problemOf(error) ?? refusal('internal', { reference: parts.report(error) })),
  )
  http.use(readingHeaders, noStoreByDefault, ownOriginRequired(parts.origins))
  http.route('/api', api)
  http.route('/', pageRoutes(parts))
  http.route('/', clientRoutes(parts.clientFolder))
  http.notFound((c) => c.html(notFoundPage(languageOfRequest(c)), 404))
  return http
}

/** An expected failure that came as an exception; undefined for a bug. */
function problemOf(error: Error): Problem | undefined {
  if (error instanceof CollabProblem) return error.problem
  // The validator's: a body that does not parse (400), or is declared as something else (415).
  if (error instanceof HTTPException && error.status < 500) return refusal('bodyNotJson')
  return undefined
}

const noStoreByDefault: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}
