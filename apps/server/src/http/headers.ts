import { createHash } from 'node:crypto'
import { pageStyle, reportStyle } from '@kintsugi/reading'
import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { anonymityStyle } from './anonymityPage.ts'
import { apiDocsStyle } from './apiDocs.ts'
import { notFoundStyle } from './notFoundPage.ts'

/**
 * The client: its own scripts only, nothing inline. Styles may be inline, because React Flow and Tiptap place and
 * style things through `style` attributes and injected sheets.
 */
const clientPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}
const sourceHash = (style: string): string =>
  `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** A page that only reads: no script at all and only our own two styles, whatever somebody managed to write on the board. */
const readingPolicy = {
  defaultSrc: ["'none'"],
  styleSrc: [
    sourceHash(pageStyle),
    sourceHash(notFoundStyle),
    sourceHash(reportStyle),
    sourceHash(apiDocsStyle),
    sourceHash(anonymityStyle),
  ],
  imgSrc: ["'self'", 'data:'],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}
/** JSON: if a browser is tricked into showing it as a page, that page can do nothing. */
const dataPolicy = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }

function headersWith(contentSecurityPolicy: Record<string, string[]>): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy,
    // What lies further in has its own policy, and has set it already.
    overwrite: false,
    // Board addresses are keys to boards in mode `open`: they leave in no Referer.
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // We serve plain HTTP; whoever puts TLS in front decides about HSTS.
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
}

export const clientHeaders = headersWith(clientPolicy)
export const readingHeaders = headersWith(readingPolicy)
export const dataHeaders = headersWith(dataPolicy)
