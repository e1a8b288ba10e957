import { readMarkdown } from '@kintsugi/exchange'
import { type BoardSnapshot, type ItemId, isDay, limits, type Problem } from '@kintsugi/model'
import type { ImportRequest } from '@kintsugi/protocol'
import { type Refusal, refusal } from './refuse.ts'

export type Draft = { format: string; batch: ItemId; snapshot: BoardSnapshot; problems: Problem[] }

function lineOfZero(text: string): number | null {
  const zero = text.indexOf('\0')
  return zero === -1 ? null : text.slice(0, zero).split('\n').length
}

/** A text as a draft of board items, all of one batch; or why it is nothing to read. */
export function draftOf(request: ImportRequest, newId: () => ItemId): Draft | Refusal {
  const { text, fileName, zone, date } = request
  const limit = limits.importBytes
  if (Buffer.byteLength(text) > limit) return refusal('importTooBig', { limitMB: limit / 1_000_000 })
  if (text.trim() === '') return refusal('importEmpty')
  const line = lineOfZero(text)
  if (line !== null) return { ...refusal('importNotText', { line }), line }
  if (date !== null && !isDay(date)) return refusal('dayInvalid', { date })
  const batch = newId()
  return { batch, ...readMarkdown(text, { zone, date, newId, batch, fileName }) }
}
