import { plainLines } from '../lines.ts'
import type { HeaderForm } from './headers.ts'
import { type Chat, messagesIn } from './messages.ts'

export interface ChatSigns {
  /** Layouts that the chat can have. */
  forms: ReadonlySet<HeaderForm>
  /** Layouts that are its own rather than another chat's. */
  own: readonly HeaderForm[]
  /** Words that only its client shows. */
  marks: readonly RegExp[]
}

const looked = 20_000
const written = [/^#{1,6} \S/m, /^\|.+\|\s*$/m, /^---\s*$/m]

/** How likely a text is a chat of this layout: by how much of it headers of messages are. */
export function likelyChat(text: string, fileName: string, { forms, own, marks }: ChatSigns): number {
  const { lines } = plainLines(text.slice(0, looked))
  if (!lines) return 0
  const chat = messagesIn(lines, forms, () => {})
  const likely = byShare(chat, lines)
  if (likely === 0) return 0
  const document =
    /\.(?:md|markdown|mdown)$/i.test(fileName) || written.some((mark) => mark.test(text.slice(0, looked)))
  const mine = chat.messages.filter(({ form }) => form !== 'link' && own.includes(form)).length
  const sure = mine / chat.messages.length + marks.filter((mark) => mark.test(text.slice(0, looked))).length
  return Math.min(document ? 0.3 : 0.99, likely + Math.min(1, sure) * 0.1)
}

function byShare({ messages }: Chat, lines: readonly string[]): number {
  const headed = messages.filter(({ form }) => form !== 'link')
  const full = lines.filter((line) => line.trim() !== '').length
  const share = headed.length / Math.max(1, full)
  const named = headed.filter(({ speaker }) => speaker !== '').length
  if (named === 0 || headed.length === 0) return 0
  if (headed.length >= 2 && share >= 0.05) return share >= 0.15 ? 0.88 : 0.7
  return full <= 12 && share >= 0.1 ? 0.65 : 0
}
