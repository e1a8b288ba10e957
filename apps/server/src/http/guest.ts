import type { Guest } from '@kintsugi/protocol'
import { guestSchema } from '@kintsugi/protocol'
import { createMiddleware } from 'hono/factory'
import { refusal, refuse } from './refuse.ts'

export const guestHeader = 'X-Kintsugi-Guest'

/** How the API's description names this header, and what a route says that needs it. */
export const guestSecurity = {
  guest: {
    type: 'apiKey',
    in: 'header',
    name: guestHeader,
    description: 'base64url of the JSON {name, deviceKey}; deviceKey is 32 random bytes as base64url',
  },
} as const
export const byGuest = [{ guest: [] }]

function readGuest(header: string): Guest | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'))
    return guestSchema.safeParse(json).data ?? null
  } catch {
    return null
  }
}

/** Who writes. In mode `open` a name and a device key are enough, but nobody writes without them. */
export const guestRequired = createMiddleware<{ Variables: { guest: Guest } }>(async (c, next) => {
  const header = c.req.header(guestHeader)
  if (header === undefined) return refuse(c, refusal('guestMissing', { header: guestHeader }))
  const guest = readGuest(header)
  if (guest === null) return refuse(c, refusal('guestUnreadable', { header: guestHeader }))
  c.set('guest', guest)
  return next()
})
