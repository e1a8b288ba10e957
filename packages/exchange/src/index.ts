export { compareImport, type ImportComparison } from './compareImport.ts'
export { detectSource, sources } from './sources/index.ts'
export { readMarkdown } from './sources/markdown.ts'
export type { ReadContext, Reading, Source } from './sources/source.ts'
