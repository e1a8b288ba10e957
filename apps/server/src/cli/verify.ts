import { limits } from '@kintsugi/model'
import { postmortemSchema, type RevisionDocument } from '@kintsugi/protocol'
import { hashOf, readRevision } from '../revisions/document.ts'
import { type Failure, failed, failure } from './failure.ts'
import { megabytes, readBytes } from './textFile.ts'

/** A revision holds one board's snapshot: its JSON may be somewhat longer than the document, never ten times. */
const revisionLimit = limits.boardBytes * 2

type Source = { bytes: Uint8Array; announcedHash: string | null }
export type Verification = {
  valid: boolean
  computedHash: string
  expectedHash: string
  /** True where the hash to compare with came from the same server as the bytes: that proves less. */
  selfAttested: boolean
  /** Null where the bytes are damaged beyond reading. */
  revision: (Omit<RevisionDocument, 'snapshot'> & { title: string }) | null
}

const isUrl = (source: string): boolean => /^https?:\/\//i.test(source)

/**
 * The bytes' own address, also for the address of the page a person has at hand: `/p/<id>/<n>`, or `/p/<id>`, which shows
 * the latest revision. Of that one the revision with the hash that was sent is meant, where there is one.
 */
async function bytesAddress(source: string, hash: string | undefined, fetcher: typeof fetch) {
  const url = new URL(source)
  const page = /^\/p\/([^/]+)(?:\/(\d+))?\/?$/.exec(url.pathname)
  if (!page) return url.href
  const all = new URL(`/api/postmortems/${page[1]}`, url)
  if (page[2] !== undefined) return `${all.href}/revisions/${page[2]}`
  const response = await fetcher(all.href, { headers: { accept: 'application/json' } })
  // The bytes' address of a page without revisions answers with the same refusal.
  if (!response.ok) return `${all.href}/revisions/1`
  const { revisions, latest } = postmortemSchema.parse(await response.json())
  const meant = revisions.find((revision) => revision.hash === hash?.toLowerCase()) ?? latest
  return `${all.href}/revisions/${meant.number}`
}

async function readWithin(response: Response, limit: number): Promise<Uint8Array | 'tooBig'> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > limit) return 'tooBig'
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function fetchRevision(
  source: string,
  hash: string | undefined,
  fetcher: typeof fetch,
): Promise<Source | Failure> {
  try {
    const url = await bytesAddress(source, hash, fetcher)
    const response = await fetcher(url, { headers: { accept: 'application/json' } })
    if (!response.ok) return failure('urlUnreachable', { url, reason: `HTTP ${response.status}` })
    const bytes = await readWithin(response, revisionLimit)
    const announcedHash = /^"([0-9a-f]{64})"$/.exec(response.headers.get('etag') ?? '')?.[1] ?? null
    if (bytes !== 'tooBig') return { bytes, announcedHash }
    const limitMB = megabytes(revisionLimit)
    return failure('fileTooBig', { file: source, sizeMB: `> ${limitMB}`, limitMB })
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    return failure('urlUnreachable', {
      url: source,
      reason:
        cause instanceof Error ? ('code' in cause && String(cause.code)) || cause.message : String(cause),
    })
  }
}

export async function verifyRevision(
  source: string,
  given: string | undefined,
  fetcher: typeof fetch = fetch,
): Promise<Verification | Failure> {
  // The page and the dialog show it in groups of eight: copied from there it has blanks.
  const hash = given?.replace(/\s/g, '')
  if (hash !== undefined && !/^[0-9a-f]{64}$/i.test(hash)) return failure('hashInvalid', { hash })
  let found: Source | Failure
  if (isUrl(source)) found = await fetchRevision(source, hash, fetcher)
  else {
    const bytes = await readBytes(source, revisionLimit)
    found = failed(bytes) ? bytes : { bytes, announcedHash: null }
  }
  if (failed(found)) return found
  const expectedHash = hash?.toLowerCase() ?? found.announcedHash
  if (expectedHash === null) return failure('hashMissing')
  const computedHash = hashOf(found.bytes)
  const verdict = {
    valid: computedHash === expectedHash,
    computedHash,
    expectedHash,
    selfAttested: hash === undefined,
  }
  const document = readRevision(found.bytes)
  if ('reason' in document)
    return verdict.valid
      ? failure('revisionUnreadable', { source, reason: document.reason })
      : { ...verdict, revision: null }
  const { snapshot, ...revision } = document
  return { ...verdict, revision: { ...revision, title: snapshot.incident.title } }
}
