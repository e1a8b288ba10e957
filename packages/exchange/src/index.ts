export { readMarkdown } from './sources/markdown.ts'
export type { ReadContext, Reading, Source } from './sources/source.ts'
