import { createHash } from 'node:crypto'
import { pageStyle } from '@kintsugi/reading'
import type { Context, MiddlewareHandler } from 'hono'
import type { Origins } from '../access/origins.ts'
import { noticeStyle } from './readerNotice.ts'
import { refusal, refuse } from './refuse.ts'

const sourceHash = (style: string): string =>
  `'sha256-${createHash('sha256').update(style).digest('base64')}'`
const styles = [pageStyle, noticeStyle].map(sourceHash).join(' ')

/** What the page may do: nothing; `form`: send a password to us; `live`: run our one script, which asks us again. */
export function readerPolicy(kind: 'page' | 'form' | 'live'): string {
  return [
    "default-src 'none'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    ...(kind === 'live' ? ["script-src 'self'", "connect-src 'self'"] : []),
    `form-action ${kind === 'form' ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The address is the secret: it is to be kept by no cache, sent in no Referer and found by no search. */
export const readerHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Cache-Control', 'private, no-store')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Robots-Tag', 'noindex, nofollow, noarchive')
  if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', readerPolicy('page'))
}

/**
 * Like everywhere, foreign pages are turned away. But a form on a page without referrer names its origin `null`, as a
 * sandboxed foreign page does; Sec-Fetch-Site tells them apart where the browser sends it. It brings a password or nothing.
 */
export function readerOriginRequired(origins: Origins): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const host = c.req.header('host')
    const site = c.req.header('sec-fetch-site') ?? 'same-origin'
    const unnamed = origin === 'null' && site === 'same-origin'
    if (origins.allow(unnamed || origin === undefined ? { host } : { origin, host })) return next()
    return refuse(c, refusal('originForeign', { origin: origin ?? host ?? '' }))
  }
}

type Incoming = { incoming?: { socket?: { remoteAddress?: string } }; outgoing?: { destroy(): void } }
const wireOf = (c: Context): Incoming => (c.env ?? {}) as Incoming

/** The network address of whoever asks; empty where there is no network (a test). */
export const addressOf = (c: Context): string => wireOf(c).incoming?.socket?.remoteAddress ?? ''
/** Ends the connection, whatever still waits in it. */
export const cutterOf = (c: Context): (() => void) => {
  const { outgoing } = wireOf(c)
  return () => outgoing?.destroy()
}

const robots =
  /bot\b|crawl|spider|preview|unfurl|embed|slurp|facebookexternalhit|whatsapp|telegram|discord|skype|teams|chatwork|line-poker|google-inspection/i

/** Somebody opened the page: not a chat tool that looks what is behind a link, not a browser that looks ahead. */
export function isReading(c: Context): boolean {
  if (c.req.method !== 'GET' || c.req.query('again') !== undefined) return false
  if (/prefetch|preview|prerender/i.test(c.req.header('sec-purpose') ?? c.req.header('purpose') ?? ''))
    return false
  return !robots.test(c.req.header('user-agent') ?? '')
}
