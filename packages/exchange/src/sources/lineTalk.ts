import type { HeaderForm } from './chat/headers.ts'
import { messagesIn } from './chat/messages.ts'
import { isPreamble } from './chat/noise.ts'
import { readChat } from './chat/read.ts'
import { plainLines } from './lines.ts'
import type { ReadContext, Reading, Source } from './source.ts'

const format = 'lineTalk'
const forms: ReadonlySet<HeaderForm> = new Set(['tabbed'])

/** Tabs alone may be a table: a line that names the day, or the talk's own heading, tells it from one. */
function detect(text: string): number {
  const { lines } = plainLines(text.slice(0, 20_000))
  if (!lines?.some((line) => line.includes('\t'))) return 0
  const { messages } = messagesIn(lines, forms, () => {})
  const headed = messages.filter(({ form, speaker }) => form === 'tabbed' && speaker !== '')
  const own = lines.slice(0, 5).some((line) => isPreamble(line.trim()))
  const dated = headed.some(({ divider }) => divider !== null)
  return headed.length > 0 && (own || (dated && headed.length > 1)) ? 0.98 : 0
}

/** A talk saved from LINE or LINE WORKS: days as lines, then time, name and words between tabs. */
export const lineTalkSource = {
  format,
  detect,
  read: (raw: string, context: ReadContext): Reading => readChat(raw, context, { format, forms }),
} satisfies Source
