import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ShareLinkRow } from '../storage/schema.ts'

type Guarded = Pick<ShareLinkRow, 'id' | 'password'>

/** How long a password that was given opens the link. */
export const cookieHours = 12

/**
 * What a reader's browser keeps after the password: when it ends, and our signature over that. It names the password's
 * hash, so a changed password ends it. The key lives as long as the process; after a restart the password is asked again.
 */
export class ReaderCookies {
  readonly #key = randomBytes(32)

  issue(link: Guarded, now: number): string {
    const until = Math.floor(now / 1000) + cookieHours * 3600
    return `${until}.${this.#sign(link, until).toString('base64url')}`
  }

  isValid(cookie: string, link: Guarded, now: number): boolean {
    const [until = '', signature = ''] = cookie.split('.')
    if (!/^\d{1,12}$/.test(until) || Number(until) * 1000 <= now) return false
    const expected = this.#sign(link, Number(until))
    const given = Buffer.from(signature, 'base64url')
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  #sign({ id, password }: Guarded, until: number): Buffer {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([id, password, until]))
      .digest()
  }
}
