import { addressGoesOn } from '../../addressGoesOn.ts'

/** A link to one message of Slack; its last part is the message's time in microseconds. */
export interface Permalink {
  url: string
  epochMs: number
}

const pattern =
  /https:\/\/[a-z0-9-]{1,80}(?:\.enterprise)?\.slack\.com\/archives\/[A-Z0-9]{1,30}\/p(\d{16})(?!\d)(?:\?[\w=&.%-]{0,300})?/gi

/** The links to messages in a text, in order. */
export function permalinksIn(text: string): Permalink[] {
  if (!text.includes('/archives/')) return []
  return [...text.matchAll(pattern)].map(([url, digits = '']) => ({
    url,
    epochMs: Math.floor(Number(digits) / 1000),
  }))
}

const link = new RegExp(String.raw`https?://(?:${addressGoesOn}[^\s<>"'\x60|）」』】、。]){1,1900}`, 'gi')

/** Every address in a text, once, without the punctuation behind it. */
export function addressesIn(text: string): string[] {
  if (!/https?:/i.test(text)) return []
  const found = [...text.matchAll(link)].map(([url]) => url.replace(/[).,;:!?\]]{1,5}$/, ''))
  return [...new Set(found)].slice(0, 20)
}
