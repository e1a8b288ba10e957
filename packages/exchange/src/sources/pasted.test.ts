import { describe } from 'vitest'
import { pastedSamples } from '../testing/samples.ts'
import { sourceContract } from './contract.ts'
import { lineTalkSource } from './lineTalk.ts'
import { logLinesSource } from './logLines.ts'
import { slackPasteSource } from './slackPaste.ts'
import { slackPermalinkSource } from './slackPermalink.ts'
import { teamsPasteSource } from './teamsPaste.ts'

const pasted = [slackPasteSource, slackPermalinkSource, teamsPasteSource, lineTalkSource, logLinesSource]

describe.each(pasted)('[EX21] [EX30] [EX31] $format', (source) => {
  sourceContract(source, pastedSamples(source.format))
})
