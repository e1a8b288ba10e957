import type { BoardSnapshot, Instant } from '@kintsugi/model'
import type { Format } from './format.ts'
import { localTime } from './localTime.ts'

const at = (snapshot: BoardSnapshot): Instant | null =>
  snapshot.timeline.find((entry) => entry.at !== null)?.at ?? null
const added: Record<string, string> = {
  timelineCsv: '-timeline',
  actionsCsv: '-actions',
  reportText: '-report',
  reportMarkdown: '-report',
}

/** `2026-04-18-決済APIのタイムアウト.md`: no sign that any file system or shell minds. */
export function fileNameOf(snapshot: BoardSnapshot, format: Pick<Format, 'name' | 'extension'>): string {
  const first = at(snapshot)
  const day = first ? localTime(first, snapshot.incident.timeZone).day : ''
  const title = snapshot.incident.title
    .normalize('NFC')
    .toWellFormed()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
  const name = [day, [...title].slice(0, 60).join('')].join('-').replace(/^-+|-+$/g, '')
  return `${name === '' ? 'kintsugi' : name}${added[format.name] ?? ''}.${format.extension}`
}
