import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
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
  routes.use(
    '/assets/*',
    serveStatic({
      root: folder,
      onFound: (_path, c) => {
        // Vite puts a hash of the content into these names.
        c.header('Cache-Control', 'public, max-age=31536000, immutable')
      },
    }),
  )
  const page = serveStatic({
    path: document,
    onFound: (_path, c) => {
      c.header('Cache-Control', 'no-cache')
    },
  })
  routes.get('/', page)
  routes.get('/b/:id', page)
  routes.get('*', serveStatic({ root: folder }))
  return routes
}
