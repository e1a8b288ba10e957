import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { clientHeaders } from './headers.ts'

/** The built client: the start page and the boards are one document, everything else it needs lies beside it. */
export function clientRoutes(folder: string): Hono {
  const routes = new Hono()
  const document = join(folder, 'index.html')
  // Without a built client (a test, an API-only run) the API works, and the start page says what is missing.
  if (!existsSync(document))
    return routes.get('/', (c) => c.text('The web client is not built: npm run build', 503))
  routes.use(clientHeaders)
  routes.use(compress())
  // Vite puts a hash of the content into the names of assets; everything else is asked for anew.
  routes.use('/assets/*', keptFor('public, max-age=31536000, immutable'), serveStatic({ root: folder }))
  const page = serveStatic({ path: document })
  routes.get('/', keptFor('no-cache'), page)
  routes.get('/b/:id', keptFor('no-cache'), page)
  // Pages without a client in them (reading, not found) name no icon; browsers then ask here.
  routes.get('/favicon.ico', keptFor('no-cache'), serveStatic({ path: join(folder, 'bowl.svg') }))
  // What lies under a dot is for tools.
  routes.get('/:path{\\..*}', (c) => c.notFound())
  routes.get('*', keptFor('no-cache'), serveStatic({ root: folder }))
  return routes
}

function keptFor(cacheControl: string): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.res.ok) c.header('Cache-Control', cacheControl)
  }
}
