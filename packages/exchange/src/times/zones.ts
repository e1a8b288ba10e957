import { isTimeZone } from '@kintsugi/model'

/** A zone as a document names it. `id` is what time arithmetic takes: an IANA name or a fixed offset like `+09:00`. */
export interface WrittenZone {
  name: string
  id: string
  /** A place with that clock, for showing times; null where only an offset is known. */
  place: string | null
  /** Places whose clocks the name can mean, where it means several; empty where it is plain. */
  meanings: readonly string[]
  /** A name that says winter (standard) or summer time; null where it says neither. */
  season: 'standard' | 'summer' | null
}

const offsetId = (minutes: number): string => {
  const size = Math.abs(minutes)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

type Row = [name: string, hours: number, place: string | null, season?: 'standard' | 'summer']
const abbreviations: Row[] = [
  ['UTC', 0, 'UTC'],
  ['GMT', 0, 'UTC'],
  ['JST', 9, 'Asia/Tokyo'],
  ['KST', 9, 'Asia/Seoul'],
  ['WET', 0, 'Europe/Lisbon', 'standard'],
  ['WEST', 1, 'Europe/Lisbon', 'summer'],
  ['CET', 1, 'Europe/Paris', 'standard'],
  ['CEST', 2, 'Europe/Paris', 'summer'],
  ['EET', 2, 'Europe/Helsinki', 'standard'],
  ['EEST', 3, 'Europe/Helsinki', 'summer'],
  ['MSK', 3, 'Europe/Moscow'],
  ['BST', 1, 'Europe/London', 'summer'],
  ['PST', -8, 'America/Los_Angeles', 'standard'],
  ['PDT', -7, 'America/Los_Angeles', 'summer'],
  ['MST', -7, 'America/Denver', 'standard'],
  ['MDT', -6, 'America/Denver', 'summer'],
  ['CDT', -5, 'America/Chicago', 'summer'],
  ['EST', -5, 'America/New_York', 'standard'],
  ['EDT', -4, 'America/New_York', 'summer'],
  ['AEST', 10, 'Australia/Sydney', 'standard'],
  ['AEDT', 11, 'Australia/Sydney', 'summer'],
  ['NZST', 12, 'Pacific/Auckland', 'standard'],
  ['NZDT', 13, 'Pacific/Auckland', 'summer'],
  ['SGT', 8, 'Asia/Singapore'],
  ['HKT', 8, 'Asia/Hong_Kong'],
  ['ICT', 7, 'Asia/Bangkok'],
]
const fixed = new Map<string, WrittenZone>(
  abbreviations.map(([name, hours, place, season]) => [
    name,
    {
      name,
      id: hours === 0 && season === undefined ? 'UTC' : offsetId(hours * 60),
      place,
      meanings: [],
      season: season ?? null,
    },
  ]),
)
const placed = (name: string, place: string, meanings: readonly string[] = []): WrittenZone => ({
  name,
  id: place,
  place,
  meanings,
  season: null,
})
fixed.set('IST', placed('IST', 'Asia/Kolkata', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']))
fixed.set('CST', placed('CST', 'America/Chicago', ['America/Chicago', 'Asia/Shanghai']))
fixed.set('PT', placed('PT', 'America/Los_Angeles'))
fixed.set('MT', placed('MT', 'America/Denver'))
fixed.set('CT', placed('CT', 'America/Chicago'))
fixed.set('ET', placed('ET', 'America/New_York'))

/** Both halves of a pair (`PST/PDT`) name the clock of the place, whatever the season. */
const pairs: [RegExp, string][] = [
  [/PST ?\/ ?PDT|PDT ?\/ ?PST/y, 'America/Los_Angeles'],
  [/EST ?\/ ?EDT|EDT ?\/ ?EST/y, 'America/New_York'],
  [/CST ?\/ ?CDT|CDT ?\/ ?CST/y, 'America/Chicago'],
  [/CET ?\/ ?CEST|CEST ?\/ ?CET/y, 'Europe/Paris'],
  [/GMT ?\/ ?BST|BST ?\/ ?GMT/y, 'Europe/London'],
]
const phrases: [RegExp, WrittenZone][] = [
  [/(?:日本標準時|日本時間|日本时间)/y, { ...placed('日本時間', 'Asia/Tokyo'), id: '+09:00' }],
  [/(?:協定世界時|世界標準時|世界協定時)/y, placed('UTC', 'UTC')],
  [/(?:coordinated )?universal time/iy, placed('UTC', 'UTC')],
  [/(?:US )?pacific(?: standard| daylight)? time\b/iy, placed('Pacific', 'America/Los_Angeles')],
  [/(?:US )?eastern(?: standard| daylight)? time\b/iy, placed('Eastern', 'America/New_York')],
  [/(?:UK|London|British)(?: local)? time\b/iy, placed('UK time', 'Europe/London')],
  [/central european time\b/iy, placed('Central European Time', 'Europe/Paris')],
  [/(?:Tokyo|Japan)(?: local| standard)? time\b/iy, placed('Japan time', 'Asia/Tokyo')],
]

export interface ZoneFound {
  zone: WrittenZone
  end: number
}

const offsetPattern = /(?:UTC|GMT|JST)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?(?![\d:])/y
export function zoneOfOffset(sign: string, hours: number, minutes: number): WrittenZone | null {
  const total = (sign === '-' ? -1 : 1) * (hours * 60 + minutes)
  if (hours > 14 || minutes > 59) return null
  const id = total === 0 ? 'UTC' : offsetId(total)
  return { name: id, id, place: null, meanings: [], season: null }
}

/** The zone named at `from`, or null. Offsets need `UTC` or `GMT` before them: a bare `-05:00` may be the end of a span. */
export function readZone(text: string, from: number): ZoneFound | null {
  const at = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = from
    return pattern.exec(text)
  }
  const offset = at(offsetPattern)
  if (offset && /^(?:UTC|GMT)/.test(offset[0])) {
    const zone = zoneOfOffset(offset[1] ?? '+', Number(offset[2]), Number(offset[3] ?? 0))
    if (zone) return { zone: { ...zone, name: offset[0].trim() }, end: from + offset[0].length }
  }
  for (const [pattern, place] of pairs) {
    const found = at(pattern)
    if (found) return { zone: placed(found[0], place), end: from + found[0].length }
  }
  for (const [pattern, zone] of phrases) {
    const found = at(pattern)
    if (found) return { zone, end: from + found[0].length }
  }
  const iana = at(/[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_+-]+){1,2}/y)
  if (iana && isTimeZone(iana[0])) return { zone: placed(iana[0], iana[0]), end: from + iana[0].length }
  const name = at(/[A-Z]{2,4}(?![A-Za-z0-9_-])/y)
  const known = name && fixed.get(name[0])
  return known ? { zone: known, end: from + known.name.length } : null
}

/** The zone that a header, a heading or a sentence about times names: the first one; an offset beside the name wins. */
export function zoneNamedIn(text: string): WrittenZone | null {
  for (const word of text.matchAll(/(?<![A-Za-z0-9_])[A-Za-z日協世]/g)) {
    const found = readZone(text, word.index)
    if (!found) continue
    const beside = /^ ?\( ?/.exec(text.slice(found.end))
    const inner = beside ? readZone(text, found.end + beside[0].length) : null
    return inner && inner.zone.place === null ? { ...inner.zone, place: found.zone.place } : found.zone
  }
  return null
}

/** The zone of a name given from outside (`--zone`): an IANA name, an abbreviation or an offset. */
export function zoneNamed(name: string): WrittenZone | null {
  const text = name.trim()
  const offset = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text)
  if (offset) return zoneOfOffset(offset[1] ?? '+', Number(offset[2]), Number(offset[3] ?? 0))
  if (isTimeZone(text) && !fixed.has(text)) return placed(text, text)
  const found = readZone(text, 0)
  return found && found.end === text.length ? found.zone : null
}
