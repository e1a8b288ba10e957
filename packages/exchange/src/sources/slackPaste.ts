import { type ChatSigns, likelyChat } from './chat/detect.ts'
import type { HeaderForm } from './chat/headers.ts'
import { readChat } from './chat/read.ts'
import type { ReadContext, Reading, Source } from './source.ts'

const format = 'slackPaste'
const forms: ReadonlySet<HeaderForm> = new Set(['bracketBehind', 'twoLines', 'wide', 'narrow', 'alone'])
const signs: ChatSigns = {
  forms,
  own: ['bracketBehind', 'alone', 'twoLines', 'wide'],
  marks: [
    /slack\.com\/archives\//,
    /^:[a-z0-9_+'-]{1,40}: ?\d{0,4}$/m,
    /\((?:edited|編集済み)\)$/m,
    /^(?:APP|アプリ)$/m,
  ],
}

/** Messages copied from Slack's web or desktop client, in English or Japanese. */
export const slackPasteSource = {
  format,
  detect: (text: string, fileName: string) => likelyChat(text, fileName, signs),
  read: (raw: string, context: ReadContext): Reading => readChat(raw, context, { format, forms }),
} satisfies Source
