import type { WrittenZone } from './zones.ts'

/** Where the zone of a time comes from, strongest first. */
export type ZoneOrigin = 'row' | 'column' | 'section' | 'document' | 'carried' | 'given' | 'assumed'
export interface ZoneInForce {
  zone: WrittenZone
  origin: ZoneOrigin
}

export interface ZoneChoices {
  row: WrittenZone | null
  column: WrittenZone | null
  section: WrittenZone | null
  document: WrittenZone | null
  carried: WrittenZone | null
  given: WrittenZone | null
}

const utc: WrittenZone = { name: 'UTC', id: 'UTC', place: 'UTC', meanings: [], season: null }

/** A zone written in the document beats the one given; nearer words beat farther ones. */
export function zoneInForce(choices: ZoneChoices): ZoneInForce {
  for (const origin of ['row', 'column', 'section', 'document', 'carried', 'given'] as const) {
    const zone = choices[origin]
    if (zone) return { zone, origin }
  }
  return { zone: utc, origin: 'assumed' }
}
