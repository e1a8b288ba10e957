import { type IncidentFacts, incidentTexts, invariant, type RichText, richTextSchema } from '@kintsugi/model'
import { checked } from './item.ts'
import { replaceRichText } from './richText.ts'
import { type Board, fragmentOf, type TextRef, things } from './shape.ts'
import { incidentFields } from './slices.ts'
import { act, fieldKey } from './verb.ts'

export function describeIncident(board: Board, patch: Partial<IncidentFacts>): void {
  const values = checked(incidentFields, patch)
  act(
    board,
    'describeIncident',
    () => {
      for (const [key, value] of values) {
        invariant(!(incidentTexts as readonly string[]).includes(key), `${key} is a text`)
        things(board, 'incident').set(key, value)
      }
    },
    fieldKey('incident', patch),
  )
}

/** Makes one rich text read so, keeping what is the same. False where its item is gone. */
export function writeText(board: Board, ref: TextRef, text: RichText): boolean {
  const content = richTextSchema.parse(text)
  return act(board, 'writeText', () => {
    const fragment = fragmentOf(board, ref)
    if (fragment === undefined) return false
    replaceRichText(fragment, content)
    return true
  })
}
