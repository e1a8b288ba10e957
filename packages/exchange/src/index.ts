export { analyzeText, type TextAnalysis } from './analyzeText.ts'
export {
  type Choice,
  chosenFrom,
  compareImport,
  type ImportComparison,
  knownOf,
} from './compareImport.ts'
export {
  type DecodedText,
  type DecodeOptions,
  decodeText,
  type TextEncoding,
  textEncodings,
} from './encodings/decodeText.ts'
export { draftFor, withImportIds } from './import/importIds.ts'
export { type ImportKey, type ImportKeys, importKeysOf } from './import/importKeys.ts'
export { type ColumnMapping, type ColumnRole, type Columns, columnRoles } from './sources/columns.ts'
export { detectSource, sources } from './sources/index.ts'
export { readBoardJson } from './sources/json.ts'
export { readMarkdown } from './sources/markdown.ts'
export type { ReadContext, Reading, Source, Speaker } from './sources/source.ts'
