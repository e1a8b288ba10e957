import { invariant } from '@kintsugi/model'
import type { RevisionCard } from '@kintsugi/protocol'
import { renderPostmortem } from '@kintsugi/reading'
import type { Language } from '@kintsugi/words'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { readRevision } from '../revisions/document.ts'
import { languageOfRequest } from './language.ts'
import { notFoundPage } from './notFoundPage.ts'
import type { HttpParts } from './parts.ts'

/** Where one can go from a revision's page; every address works without script. */
function linksFrom({ boardId, number }: RevisionCard, latest: number, path: string, language: Language) {
  return {
    json: `/api/postmortems/${boardId}/revisions/${number}`,
    board: `/b/${boardId}`,
    home: '/',
    language: `${path}?lang=${language === 'ja' ? 'en' : 'ja'}`,
    ...(number > 1 ? { previous: `/p/${boardId}/${number - 1}` } : {}),
    ...(number < latest ? { latest: `/p/${boardId}` } : {}),
  }
}

/** The read page of a finalized postmortem: one document, no script, rendered from the stored bytes. */
export function pageRoutes({ revisions }: HttpParts): Hono {
  const routes = new Hono()
  routes.use('/p/*', compress(), etag())
  routes.get('/p/:id/:n{[0-9]+}?', async (c) => {
    const language = languageOfRequest(c)
    c.header('Vary', 'Accept-Language')
    c.header('Cache-Control', 'no-cache')
    const { id, n } = c.req.param()
    const [latest] = await revisions.of(id)
    const found = latest && (await revisions.stored(id, n === undefined ? latest.number : Number(n)))
    if (!found) return c.html(notFoundPage(language), 404)
    const document = readRevision(found.bytes)
    invariant('snapshot' in document, `the stored bytes of ${id}/${found.card.number} are a revision`)
    return c.html(
      renderPostmortem({
        snapshot: document.snapshot,
        revision: found.card,
        language,
        links: linksFrom(found.card, latest.number, c.req.path, language),
      }),
    )
  })
  return routes
}
