import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** 256 bits as base64url, 43 characters. It stands in the link's path and nowhere else. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** Plain SHA-256 is enough for what nobody can guess. A link is looked up by this, never compared with what was sent. */
export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(`kintsugi link\n${secret}`).digest('base64url')

/** One of OWASP's settings for scrypt: 32 MB, and a quarter of a second on a thread of its own for each guess. */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const keyBytes = 32

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // One person's keyboard writes an accent as one character, another's as two.
    scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** `salt.key`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}.${(await derive(password, salt)).toString('base64url')}`
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [salt = '', key = ''] = hash.split('.')
  const expected = Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'))
  return expected.length === given.length && timingSafeEqual(expected, given)
}
