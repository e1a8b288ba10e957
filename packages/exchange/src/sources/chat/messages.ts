import { type Header, type HeaderForm, headerAt, type Layout, layoutOf } from './headers.ts'
import { isComing, isPreamble, saidLines } from './noise.ts'
import { type Permalink, permalinksIn } from './permalink.ts'
import { type ChatTime, hasDay, readChatTime } from './time.ts'

/** One message as written. */
export interface ChatMessage {
  /** 1-based, of the header. */
  line: number
  form: HeaderForm | 'link'
  speaker: string
  app: boolean
  /** null for a permalink that stands by itself. */
  time: ChatTime | null
  /** A line that names the day, between the message before and this one. */
  divider: { line: number; time: ChatTime } | null
  link: Permalink | null
  said: string[]
  /** As pasted, with everything around it. */
  original: string
}

export interface Chat {
  messages: ChatMessage[]
  layout: Layout
  /** People coming and going: left out, counted. */
  comings: number
  /** Lines of messages without words. */
  empty: number[]
  /** Lines before the first message that are neither a day nor a link. */
  before: number | null
}

/** Where the whole paste is quoted, its text. */
export function unquoted(lines: readonly string[]): readonly string[] {
  const full = lines.filter((line) => line.trim() !== '')
  const quoted = full.filter((line) => /^\s{0,3}>/.test(line)).length
  return quoted >= 3 && quoted * 10 >= full.length * 9
    ? lines.map((line) => line.replace(/^\s{0,3}> ?/, ''))
    : lines
}

/** Words over several lines stand between quotation marks where tabs part the cells. */
function unwrapped(body: readonly string[]): readonly string[] {
  const whole = body.join('\n').trimEnd()
  return whole.length > 1 && whole.startsWith('"') && whole.endsWith('"')
    ? whole.slice(1, -1).replaceAll('""', '"').split('\n')
    : body
}

/** A day by itself between two messages: `Tuesday, April 18th`, `----- Today -----`, `2026年4月18日（土）`. */
function dividerIn(line: string): ChatTime | null {
  const bare = line.replace(/^[-–—=_ ]{0,60}/, '').replace(/[-–—=_ ▼▾⌄]{1,60}$/, '')
  if (bare === '' || bare.length > 50) return null
  const time = readChatTime(bare)
  return time && !time.clock && hasDay(time) ? time : null
}

function nextFull(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && at < from + 6 && (lines[at] ?? '').trim() === '') at++
  return at
}

/** Cuts a paste into messages. `passed` hears of every line. */
export function messagesIn(
  written: readonly string[],
  forms: ReadonlySet<HeaderForm>,
  passed: (line: number) => void,
): Chat {
  const lines = unquoted(written)
  const layout = layoutOf(lines, forms)
  const chat: Chat = { messages: [], layout, comings: 0, empty: [], before: null }
  let open: { header: Header; from: number; body: string[]; divider: ChatMessage['divider'] } | null = null
  let last: { speaker: string; app: boolean } = { speaker: '', app: false }
  let divider: ChatMessage['divider'] = null

  const close = (end: number): void => {
    if (!open) return
    const { header, from, body } = open
    const speaker = header.name ?? last.speaker
    const app = header.name === null ? last.app : header.app
    last = { speaker, app }
    const said = saidLines(header.form === 'tabbed' ? unwrapped(body) : body)
    const whole = said.join('\n')
    if (isComing(whole) || (whole === '' && body.some((one) => isComing(one.trim())))) chat.comings++
    else if (whole === '') chat.empty.push(from + 1)
    else {
      chat.messages.push({
        line: from + 1,
        form: header.form,
        speaker,
        app,
        time: header.time,
        divider: open.divider,
        link: header.link,
        said,
        original: written
          .slice(from, Math.min(end, from + 400))
          .join('\n')
          .trim()
          .slice(0, 4000),
      })
      open = null
      return
    }
    // The day that stood before a message left out holds for the next.
    divider ??= open.divider
    open = null
  }

  for (let i = 0; i < lines.length; ) {
    passed(i)
    const line = lines[i] ?? ''
    const header = headerAt(layout, i)
    if (header) {
      close(i)
      const rest = header.rest === '' ? [] : [header.rest]
      open = { header, from: i, body: rest, divider }
      divider = null
      i += header.lines
      continue
    }
    const day = line.length <= 120 && line.trim() !== '' ? dividerIn(line) : null
    const next = day ? nextFull(lines, i + 1) : i
    if (day && next < lines.length && headerAt(layout, next)) {
      close(i)
      divider = { line: i + 1, time: day }
    } else if (open) open.body.push(line)
    else if (line.trim() !== '') {
      const links = permalinksIn(line)
      const above = chat.messages.at(-1)
      if (links.length > 0) chat.messages.push(...links.map((link) => ofLink(line, i, links, link)))
      else if (above?.form === 'link') addTo(above, line)
      else if (!isComing(line.trim()) && !isPreamble(line.trim())) chat.before ??= i + 1
    }
    i++
  }
  close(lines.length)
  return chat
}

/** A link that stands before any message: an entry of its own, with the words beside it. */
function ofLink(line: string, i: number, links: readonly Permalink[], link: Permalink): ChatMessage {
  const beside = links
    .reduce((rest, { url }) => rest.replace(url, ''), line)
    .replace(/^[\s\-–—:*•・|]{1,40}/, '')
    .trimEnd()
    .replace(/[-–—:|]$/, '')
    .trim()
  return {
    line: i + 1,
    form: 'link',
    speaker: '',
    app: false,
    time: null,
    divider: null,
    link,
    said: [beside === '' ? link.url : beside],
    original: line.trim().slice(0, 4000),
  }
}

/** Words under a link are the message's. */
function addTo(message: ChatMessage, line: string): void {
  if (message.said[0] === message.link?.url) message.said.shift()
  message.said.push(line.trim())
  message.original = `${message.original}\n${line.trim()}`.slice(0, 4000)
}
