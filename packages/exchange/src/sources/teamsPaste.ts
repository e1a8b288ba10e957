import { type ChatSigns, likelyChat } from './chat/detect.ts'
import type { HeaderForm } from './chat/headers.ts'
import { readChat } from './chat/read.ts'
import type { ReadContext, Reading, Source } from './source.ts'

const format = 'teamsPaste'
const forms: ReadonlySet<HeaderForm> = new Set(['bracketBefore', 'comma', 'twoLines', 'wide', 'narrow'])
const signs: ChatSigns = {
  forms,
  own: ['bracketBefore', 'comma', 'narrow'],
  marks: [/^(?:Edited|編集済み)$/m, /teams\.microsoft\.com/, /^(?:Last read|最後の既読)$/m],
}

/** Messages copied from Microsoft Teams, in English or Japanese. */
export const teamsPasteSource = {
  format,
  detect: (text: string, fileName: string) => likelyChat(text, fileName, signs),
  read: (raw: string, context: ReadContext): Reading => readChat(raw, context, { format, forms }),
} satisfies Source
