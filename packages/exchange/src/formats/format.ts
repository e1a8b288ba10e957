import type { BoardSnapshot, Instant, ReportStage } from '@kintsugi/model'
import type { Language, Words } from '@kintsugi/words'

/** What a document cannot know from the board. Time enters here: writers have no clock of their own. */
export interface WriteContext {
  language: Language
  words: Words
  /** When it is written; null where the document is not to say so. */
  now: Instant | null
  /** Which incident report: 第一報・続報・最終報. */
  stage: ReportStage
}

/** A kind of document. One file each; `index.ts` lists them. */
export interface Format {
  /** As in the address, on the command line and in `words`. */
  name: string
  mediaType: string
  extension: string
  write(snapshot: BoardSnapshot, context: WriteContext): string
}
