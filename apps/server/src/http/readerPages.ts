import { timesIn } from '@kintsugi/words'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { CollabProblem } from '../collab/collab.ts'
import { liveScriptPath } from '../share/openShare.ts'
import { cookieHours } from '../share/readerCookies.ts'
import { isPassword } from '../share/secrets.ts'
import type { ShareLinkRow } from '../storage/schema.ts'
import { oneByOne } from '../turns.ts'
import { languageOfRequest } from './language.ts'
import liveReader from './liveReader.js?raw'
import type { HttpParts } from './parts.ts'
import {
  addressOf,
  cutterOf,
  isReading,
  readerHeaders,
  readerOriginRequired,
  readerPolicy,
} from './readerHeaders.ts'
import { asksForPassword, type NoticeKind, noticeStatus, readerNotice } from './readerNotice.ts'
import { sendRendered } from './rendered.ts'
import type { RevisionPages } from './revisionPages.ts'

const cookieName = 'kintsugi_reader'
const formBytes = 4096
/** Passwords that wait to be checked; each takes a quarter of a second, one after the other. */
const mostWaiting = 16
const minute = 60_000
const eventHeaders = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }

type Held = { kind: 'open'; link: ShareLinkRow } | { kind: 'closed'; notice: NoticeKind; link?: ShareLinkRow }

/** What is no form holds no password. */
async function formOf(c: Context): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody()
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}

/** What holders of a link see. Nothing here changes anything but the count of openings. */
export function readerRoutes({ share, revisions, db, origins }: HttpParts, pages: RevisionPages): Hono {
  const { links, live, readings, cookies, attempts, now } = share
  const routes = new Hono()
  const inTurn = oneByOne()
  let waiting = 0

  function notice(c: Context, kind: NoticeKind, link?: ShareLinkRow): Response | Promise<Response> {
    const language = languageOfRequest(c)
    const locked = link ? attempts.lockedFor(link.id, addressOf(c)) : 0
    const args = {
      time: link ? timesIn('UTC', language).dateAndClock(link.expires_at) : '',
      count: kind === 'locked' ? Math.ceil(locked / minute) : link ? attempts.left(link.id, addressOf(c)) : 0,
    }
    if (kind === 'locked') c.header('Retry-After', String(Math.ceil(locked / 1000)))
    if (kind === 'refused') c.header('Allow', 'GET, HEAD')
    c.header('Content-Security-Policy', readerPolicy(asksForPassword(kind) ? 'form' : 'page'))
    return c.html(readerNotice(kind, language, args), noticeStatus[kind])
  }

  async function hold(c: Context): Promise<Held> {
    const link = await links.held(c.req.param('secret') ?? '')
    if (link === undefined) return { kind: 'closed', notice: 'unknown' }
    if (link.revoked_at !== null) return { kind: 'closed', notice: 'revoked', link }
    if (Date.parse(link.expires_at) <= now()) return { kind: 'closed', notice: 'expired', link }
    if (link.password === null || cookies.isValid(getCookie(c, cookieName) ?? '', link, now()))
      return { kind: 'open', link }
    const isLocked = attempts.lockedFor(link.id, addressOf(c)) > 0
    return { kind: 'closed', notice: isLocked ? 'locked' : 'password', link }
  }

  async function revisionPage(c: Context, link: ShareLinkRow): Promise<Response> {
    const cards = await revisions.of(link.board_id)
    const card = link.scope === 'latest' ? cards[0] : cards.find(({ number }) => number === link.revision)
    if (card === undefined) {
      const board = db.selectFrom('boards').select('id').where('id', '=', link.board_id)
      return notice(c, (await board.executeTakeFirst()) === undefined ? 'gone' : 'notYet', link)
    }
    const language = languageOfRequest(c)
    const to = { language: `?lang=${language === 'ja' ? 'en' : 'ja'}` }
    return sendRendered(c, await pages.page(card, { language, links: to, forReaders: true }))
  }

  async function livePage(c: Context, link: ShareLinkRow): Promise<Response> {
    try {
      const { page } = await live.page(link.board_id, languageOfRequest(c))
      c.header('Content-Security-Policy', readerPolicy('live'))
      return sendRendered(c, page)
    } catch (error) {
      if (error instanceof CollabProblem && error.problem.code === 'boardUnknown')
        return notice(c, 'gone', link)
      throw error
    }
  }

  /** One after the other: guessing takes a thread, not the server. Undefined where too many wait. */
  function check(password: string, hash: string): Promise<boolean> | undefined {
    if (waiting >= mostWaiting) return undefined
    waiting += 1
    return inTurn(() => isPassword(password, hash)).finally(() => {
      waiting -= 1
    })
  }

  routes.use('/r/*', readerHeaders, readerOriginRequired(origins))

  routes.get('/r/:secret', async (c) => {
    const held = await hold(c)
    if (held.kind === 'closed') return notice(c, held.notice, held.link)
    const { link } = held
    const page = await (link.scope === 'live' ? livePage(c, link) : revisionPage(c, link))
    // Rendering waits for its turn, and the link may have ended meanwhile.
    const still = await hold(c)
    if (still.kind === 'closed') return notice(c, still.notice, still.link)
    if (page.ok && isReading(c)) readings.note(link.id, new Date(now()).toISOString().slice(0, 10))
    return page
  })

  routes.get('/r/:secret/events', async (c) => {
    const held = await hold(c)
    if (held.kind === 'closed') return notice(c, held.notice, held.link)
    const { link } = held
    if (link.scope !== 'live') return notice(c, 'unknown')
    const reader = { linkId: link.id, address: addressOf(c) }
    if (!live.hasRoomFor(reader)) return c.text('', 429, { 'Retry-After': '60' })
    // A HEAD request never reads, and never leaves: it is given no place.
    if (c.req.method === 'HEAD') return c.body(null, 200, eventHeaders)
    const until = Date.parse(link.expires_at)
    const stream = live.follow({ ...reader, boardId: link.board_id, until, cut: cutterOf(c) })
    return c.body(stream, 200, eventHeaders)
  })

  const small = bodyLimit({ maxSize: formBytes, onError: (c) => notice(c, 'refused') as Response })
  routes.post('/r/:secret', small, async (c) => {
    const held = await hold(c)
    const { link } = held
    if (link === undefined || link.password === null || (held.kind === 'closed' && !isAsked(held.notice)))
      return notice(c, held.kind === 'open' ? 'refused' : held.notice, link)
    const address = addressOf(c)
    const { password } = await formOf(c)
    // Asked after the body has come, in one go with counting: a body may be held back until five others were wrong.
    if (attempts.lockedFor(link.id, address) > 0) return notice(c, 'locked', link)
    if (typeof password !== 'string' || password === '') return notice(c, 'password', link)
    const right = check(password, link.password)
    if (right === undefined) return notice(c, 'busy')
    attempts.begin(link.id, address)
    if (!(await right)) return notice(c, attempts.lockedFor(link.id, address) > 0 ? 'locked' : 'wrong', link)
    attempts.forget(link.id, address)
    setCookie(c, cookieName, cookies.issue(link, now()), {
      path: c.req.path,
      httpOnly: true,
      sameSite: 'Strict',
      secure: c.req.header('origin')?.startsWith('https:') ?? false,
      maxAge: cookieHours * 3600,
    })
    return c.redirect(`?lang=${languageOfRequest(c)}`, 303)
  })

  routes.all('/r/*', (c) => notice(c, c.req.method === 'GET' ? 'unknown' : 'refused'))

  routes.get(liveScriptPath, (c) => {
    c.header('Cache-Control', 'no-cache')
    return c.body(liveReader, 200, { 'Content-Type': 'text/javascript; charset=UTF-8' })
  })
  return routes
}

const isAsked = (notice: NoticeKind): boolean => notice === 'password' || notice === 'locked'
