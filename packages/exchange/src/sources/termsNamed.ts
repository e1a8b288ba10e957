import {
  type CauseCertainty,
  type CauseKind,
  type CauseLayer,
  causeCertainties,
  causeKinds,
  causeLayers,
  entryCertainties,
  entryKinds,
  type Milestone,
  milestones,
  type TimelineEntry,
} from '@kintsugi/model'
import { terms as en } from '@kintsugi/words/en'
import { terms as ja } from '@kintsugi/words/ja'

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** The code that the product's own word, in either language, stands for. */
function namedIn<C extends string>(
  codes: readonly C[],
  ...catalogues: readonly Record<C, string>[]
): (words: string) => C | null {
  const known = new Map(catalogues.flatMap((words) => codes.map((code) => [folded(words[code]), code])))
  return (words) => known.get(folded(words)) ?? null
}

export const entryKindNamed: (words: string) => TimelineEntry['kind'] | null = namedIn(
  entryKinds,
  ja.entryKind,
  en.entryKind,
)
export const entryCertaintyNamed: (words: string) => TimelineEntry['certainty'] | null = namedIn(
  entryCertainties,
  ja.entryCertainty,
  en.entryCertainty,
)
export const causeKindNamed: (words: string) => CauseKind | null = namedIn(
  causeKinds,
  ja.causeKind,
  en.causeKind,
)
export const causeLayerNamed: (words: string) => CauseLayer | null = namedIn(
  causeLayers,
  ja.causeLayer,
  en.causeLayer,
)
export const causeCertaintyNamed: (words: string) => CauseCertainty | null = namedIn(
  causeCertainties,
  ja.causeCertainty,
  en.causeCertainty,
)

const milestoneName = namedIn(milestones, ja.milestone, en.milestone)
/** `検知`, or `検知?` where nobody has confirmed it. */
export function milestoneNamed(words: string): Milestone | null {
  const doubted = /[?？]\s*$/.test(words)
  const name = milestoneName(words.replace(/[?？]\s*$/, ''))
  return name ? { name, suggested: doubted } : null
}
