import { itemIdSchema } from '../src/id.ts'
import type { Link, LinkKind } from '../src/links.ts'
import type { RichText, RichTextNode } from '../src/richText.ts'

/** `entry-deploy` → an item id: the same in both languages and in every run. */
export const id = (name: string): string => itemIdSchema.parse(`${name}______________________`.slice(0, 22))
export const link = (kind: LinkKind, from: string, to: string): Link => ({ kind, from: id(from), to: id(to) })
const paragraph = (text: string): RichTextNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
export const withPoints = ({ lead, points }: { lead: string; points: string[] }): RichText => ({
  type: 'doc',
  content: [
    paragraph(lead),
    {
      type: 'bulletList',
      content: points.map((point) => ({ type: 'listItem', content: [paragraph(point)] })),
    },
  ],
})

/** 18 April 2026 in Tokyo; from 24:00 on it is the 19th. */
export function at(clock: string): string {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  const time = new Date(Date.UTC(2026, 3, 18, hours - 9, minutes, seconds))
  return time.toISOString().replace('.000Z', 'Z')
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Ranks in the order of the list, of up to 62 items. */
export function ranked<T>(items: T[]): (T & { rank: string })[] {
  return items.map((item, i) => ({ ...item, rank: `a${digits[i]}` }))
}
