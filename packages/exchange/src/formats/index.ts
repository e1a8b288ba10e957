import { actionsCsv } from './actionsCsv.ts'
import type { Format } from './format.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { reportMarkdown } from './reportMarkdown.ts'
import { reportText } from './reportText.ts'
import { richText } from './richText.ts'
import { timelineCsv } from './timelineCsv.ts'

/** Every kind of document, listed explicitly. HTML pages are `reading`'s. */
export const formats = [
  markdown,
  richText,
  json,
  timelineCsv,
  actionsCsv,
  reportText,
  reportMarkdown,
] as const satisfies readonly Format[]
export type FormatName = (typeof formats)[number]['name']

export const formatNamed = (name: string): Format | undefined => formats.find((one) => one.name === name)

export { guardCell, unguardCell } from './csv.ts'
export { fileNameOf } from './fileName.ts'
export type { Format, WriteContext } from './format.ts'
export { deriveReport } from './report/derive.ts'
export { reportPageOf } from './report/page.ts'
export { clipboardOf } from './richText.ts'
