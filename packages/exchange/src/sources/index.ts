import { csvSource } from './csv.ts'
import { htmlSource } from './html.ts'
import { jsonSource } from './json.ts'
import { lineTalkSource } from './lineTalk.ts'
import { logLinesSource } from './logLines.ts'
import { markdownSource } from './markdown.ts'
import { slackPasteSource } from './slackPaste.ts'
import { slackPermalinkSource } from './slackPermalink.ts'
import type { Source } from './source.ts'
import { teamsPasteSource } from './teamsPaste.ts'

/** Every kind of input, listed explicitly. */
export const sources: readonly Source[] = [
  csvSource,
  htmlSource,
  jsonSource,
  lineTalkSource,
  logLinesSource,
  markdownSource,
  slackPasteSource,
  slackPermalinkSource,
  teamsPasteSource,
]

/** The kind that a text most likely is; null where none of them knows it. */
export function detectSource(text: string, fileName: string): Source | null {
  const [best] = sources
    .map((source) => ({ source, likely: source.detect(text, fileName) }))
    .toSorted((a, b) => b.likely - a.likely)
  return best && best.likely > 0 ? best.source : null
}
