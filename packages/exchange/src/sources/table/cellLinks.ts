import { addressGoesOn } from '../../addressGoesOn.ts'

const schemed = new RegExp(
  String.raw`\b(?:mailto:|(?:javascript|data|vbscript|blob|about):|[a-z][a-z0-9+.-]{0,20}://)(?:${addressGoesOn}[^\s<>"'）)\]、。]){1,8000}`,
  'gi',
)
const safe = /^(?:https?:\/\/|mailto:)\S+$/i
const longest = 2000
/** Links that one cell may hold: more is no evidence but a list. */
const most = 20

export interface CellLinks {
  links: { url: string; label: string }[]
  /** Addresses of another kind (`javascript:`, `file:`), too long, or words without any: kept as written, never as a link. */
  refused: string[]
}

/** The links of a cell: one or several addresses, bare, in Markdown (`[label](url)`) or behind a few words. */
export function linksIn(cell: string): CellLinks {
  const text = cell.slice(0, 20_000)
  const found: CellLinks = { links: [], refused: [] }
  for (const { 0: address, index } of text.matchAll(schemed)) {
    const ok = safe.test(address) && address.length <= longest && found.links.length < most
    if (!ok) found.refused.push(address)
    else if (!found.links.some(({ url }) => url === address)) {
      const label = /\[([^[\]\n]{1,300})\]\($/.exec(text.slice(Math.max(0, index - 310), index))?.[1]?.trim()
      found.links.push({ url: address, label: label ?? '' })
    }
  }
  if (found.links.length === 0 && found.refused.length === 0 && text.trim() !== '')
    found.refused.push(text.trim())
  const [only] = found.links
  if (only && only.label === '' && found.links.length === 1) {
    const words = text
      .replace(only.url, '')
      .replace(/[\s<>()（）[\]:：、,|-]+/g, ' ')
      .trim()
    if (words.length <= 300) only.label = words
  }
  return found
}
