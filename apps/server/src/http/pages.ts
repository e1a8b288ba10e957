import type { RevisionCard } from '@kintsugi/protocol'
import type { Language } from '@kintsugi/words'
import { Hono } from 'hono'
import { languageOfRequest } from './language.ts'
import { notFoundPage } from './notFoundPage.ts'
import type { HttpParts } from './parts.ts'
import { sendRendered } from './rendered.ts'
import type { RevisionPages } from './revisionPages.ts'

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
export function pageRoutes({ revisions }: HttpParts, pages: RevisionPages): Hono {
  const routes = new Hono()
  routes.get('/p/:id/:n{[0-9]+}?', async (c) => {
    const language = languageOfRequest(c)
    c.header('Vary', 'Accept-Language')
    c.header('Cache-Control', 'no-cache')
    const { id, n } = c.req.param()
    const cards = await revisions.of(id)
    const [latest] = cards
    const card = n === undefined ? latest : cards.find(({ number }) => number === Number(n))
    if (!latest || !card) return c.html(notFoundPage(language), 404)
    const links = linksFrom(card, latest.number, c.req.path, language)
    return sendRendered(c, await pages.page(card, { language, links, forReaders: false }))
  })
  return routes
}
