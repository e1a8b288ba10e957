import { canBeName, isBadge, isLikelyName, saysApp, shownName } from './names.ts'
import { type Permalink, permalinksIn } from './permalink.ts'
import { type ChatTime, hasDay, readChatTime } from './time.ts'

/**
 * How a message begins. `name [time]` · `[time] name` · name and time in two lines · `name  time` · `name, day time` ·
 * a time alone, for the next message of the same person · time, name and words between tabs.
 */
export type HeaderForm =
  | 'bracketBehind'
  | 'bracketBefore'
  | 'twoLines'
  | 'wide'
  | 'narrow'
  | 'comma'
  | 'alone'
  | 'tabbed'

export interface Header {
  form: HeaderForm
  /** null: the same person as before. */
  name: string | null
  app: boolean
  time: ChatTime
  /** The time is itself a link to the message. */
  link: Permalink | null
  /** Words behind the header in its own line. */
  rest: string
  /** Lines it takes. */
  lines: number
}

/** What the whole text shows of its layout, so that a line by itself need not be guessed. */
export interface Layout {
  lines: readonly string[]
  /** Times that are a line by themselves. */
  times: readonly (ChatTime | null)[]
  /** Times with AM or PM. */
  twelve: boolean
  /** Times under a name are indented. */
  indented: boolean
  /** Names that stand more than once where a name can stand. */
  names: ReadonlySet<string>
  /** Name and time share a line, a single blank between them, throughout. */
  narrow: boolean
  forms: ReadonlySet<HeaderForm>
}

const inBrackets = /^(.{1,100}?) ?\[([^[\]]{3,60})\](?:\((https:[^\s()]{1,400})\))?:?$/
const behindBrackets = /^\[([^[\]]{3,60})\] ?([^:：]{1,80})(?:[:：] ?(.*))?$/
const aloneInBrackets = /^\[([^[\]]{3,60})\](?:\((https:[^\s()]{1,400})\))?$/
const endsWithTime = /\d{1,2}(?:[:：]\d{2}){1,2} ?(?:[AaPp]\.?[Mm]\.?)?$|\d ?時 ?\d{1,2} ?分$/

const clockIn = /[\d０-９] ?[:：時]/

const clocked = (text: string | undefined): ChatTime | null => {
  const time = text === undefined ? null : readChatTime(text)
  return time?.clock ? time : null
}

/** `name  time`: the longest end of the line that is a time, and how it is set off. */
function timeBehind(line: string): { name: string; time: ChatTime; form: HeaderForm } | null {
  if (line.length > 140 || !endsWithTime.test(line)) return null
  for (const gap of [...line.matchAll(/[\s,、]+|(?<=\S)(?=午前|午後)/g)].slice(0, 14)) {
    if (gap.index === 0) continue
    const time = clocked(line.slice(gap.index + gap[0].length))
    if (!time) continue
    const form = /[,、]/.test(gap[0]) ? 'comma' : gap[0].length > 1 || gap[0] === '\t' ? 'wide' : 'narrow'
    return { name: line.slice(0, gap.index), time, form }
  }
  return null
}

export function layoutOf(lines: readonly string[], forms: ReadonlySet<HeaderForm>): Layout {
  const times = lines.map((line) => (line.length <= 80 && clockIn.test(line) ? clocked(line) : null))
  const indented = lines.some((line, i) => times[i] && /^\s/.test(line))
  const twelve = lines.some((line, i) => {
    const time = times[i] ?? (line.length <= 140 && endsWithTime.test(line) ? timeBehind(line)?.time : null)
    const bracketed = time ? null : (inBrackets.exec(line.trim()) ?? aloneInBrackets.exec(line.trim()))
    const said = time ?? clocked(bracketed?.[2]) ?? clocked(bracketed?.[1])
    return said?.clock?.meridiem != null
  })
  const counts = new Map<string, number>()
  let set = 0
  let other = 0
  const count = (shown: string): void => {
    const { name } = shownName(shown)
    if (canBeName(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  lines.forEach((line, i) => {
    const found = timeBehind(line.trimEnd())
    if (found) {
      count(found.name)
      if (found.form !== 'narrow') other++
      else if (blankAt(lines, i - 1) && isLikelyName(found.name.trim())) set++
    } else if (line.length <= 200 && line.includes('[')) {
      const bracketed = inBrackets.exec(line.trim())
      const behind = behindBrackets.exec(line.trim())
      const name = clocked(bracketed?.[2]) ? bracketed?.[1] : clocked(behind?.[1]) ? behind?.[2] : undefined
      if (name !== undefined) {
        count(name)
        other++
      }
    }
    if (times[i]) other++
  })
  const names = new Set([...counts].flatMap(([name, times]) => (times > 1 ? [name] : [])))
  return { lines, times, twelve, indented, names, narrow: set > 0 && other === 0, forms }
}

const blankAt = (lines: readonly string[], i: number): boolean => (lines[i] ?? '').trim() === ''

/** A name, at most two badges, and a line that is a time. */
function twoLines(layout: Layout, i: number): Header | null {
  const { lines, times, twelve, indented } = layout
  const line = (lines[i] ?? '').trim()
  if (!canBeName(line) || times[i]) return null
  let at = i + 1
  let app = false
  while (at <= i + 3 && times[at] == null && isBadge((lines[at] ?? '').trim())) {
    app ||= saysApp((lines[at] ?? '').trim())
    at++
  }
  // The badge may share its line with the time: `Deploy Bot` / `APP  10:33 AM`.
  const badged = times[at] ? null : timeBehind((lines[at] ?? '').trim())
  const behindBadge = badged && at > i && saysApp(badged.name.trim()) ? badged.time : null
  app ||= behindBadge !== null
  const time = times[at] ?? behindBadge
  if (!time) return null
  const inset = /^\s/.test(lines[at] ?? '') || behindBadge !== null
  const sure = hasDay(time) || inset || (time.clock?.meridiem != null && twelve) || at > i + 1
  if (!sure) {
    if (twelve || indented) return null
    if (!blankAt(lines, i - 1) || !isLikelyName(line)) return null
  }
  const shown = shownName(line)
  if (shown.name === '') return null
  return {
    form: 'twoLines',
    name: shown.name,
    app: app || shown.app,
    time,
    link: null,
    rest: '',
    lines: at - i + 1,
  }
}

/** The header that begins in a line, or null. */
export function headerAt(layout: Layout, i: number): Header | null {
  const { lines, times, forms, names } = layout
  const raw = lines[i] ?? ''
  const line = raw.trim()
  if (line === '' || (line.length > 400 && !forms.has('tabbed')) || line.startsWith('>')) return null
  const make = (
    form: HeaderForm,
    shown: string | null,
    time: ChatTime,
    more: Partial<Header> = {},
  ): Header => {
    const account = shown === null ? { name: null, app: false } : shownName(shown)
    return { form, ...account, time, link: null, rest: '', lines: 1, ...more }
  }
  if (line.includes('[') && forms.has('bracketBehind')) {
    const behind = inBrackets.exec(line)
    const time = clocked(behind?.[2])
    const link = permalinksIn(behind?.[3] ?? '')[0] ?? null
    if (behind && time && canBeName(behind[1] ?? ''))
      return make('bracketBehind', behind[1] ?? '', time, { link })
    const alone = aloneInBrackets.exec(line)
    const next = clocked(alone?.[1])
    if (alone && next) return make('alone', null, next, { link: permalinksIn(alone[2] ?? '')[0] ?? null })
  }
  if (line.startsWith('[') && forms.has('bracketBefore')) {
    const before = behindBrackets.exec(line)
    const time = clocked(before?.[1])
    if (before && time && canBeName(before[2] ?? '')) {
      return make('bracketBefore', before[2] ?? '', time, { rest: before[3] ?? '' })
    }
  }
  if (forms.has('tabbed')) {
    const [first = '', second = '', ...more] = line.split('\t', 100)
    const time = clocked(first)
    if (!time || second === '') return null
    const name = more.length > 0 && canBeName(second) ? second : ''
    return make('tabbed', name, time, { rest: name === '' ? [second, ...more].join(' ') : more.join(' ') })
  }
  const here = times[i]
  if (here) return forms.has('alone') ? make('alone', null, here) : null
  if (forms.has('twoLines')) {
    const found = twoLines(layout, i)
    if (found) return found
  }
  const found = timeBehind(raw.trimEnd())
  if (!found || !forms.has(found.form) || !canBeName(found.name.trim())) return null
  const { name } = shownName(found.name)
  if (found.form === 'comma' && !hasDay(found.time) && !names.has(name)) return null
  const likely = isLikelyName(found.name.trim())
  if (found.form === 'wide' && !likely && !names.has(name)) return null
  if (found.form === 'narrow' || found.form === 'comma') {
    const first = blankAt(lines, i - 1) && !blankAt(lines, i + 1) && likely
    const usual = layout.narrow || hasDay(found.time)
    if (!(names.has(name) && isLikelyName(name)) && !(first && usual)) return null
  }
  return name === '' ? null : make(found.form, found.name, found.time)
}
