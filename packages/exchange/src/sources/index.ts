import { markdownSource } from './markdown.ts'
import type { Source } from './source.ts'

/** Every kind of input, listed explicitly. */
export const sources: readonly Source[] = [markdownSource]

/** The kind that a text most likely is; null where none of them knows it. */
export function detectSource(text: string, fileName: string): Source | null {
  const [best] = sources
    .map((source) => ({ source, likely: source.detect(text, fileName) }))
    .toSorted((a, b) => b.likely - a.likely)
  return best && best.likely > 0 ? best.source : null
}
