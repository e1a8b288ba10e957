import type { KptNote } from '@kintsugi/model'
import { useMemo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { usePresenting } from '../board/presenting.ts'
import { ForgetKeys } from './ForgetKeys.tsx'
import { ownSeals, stateOf } from './keptRound.ts'
import { OwnNote } from './OwnNote.tsx'
import { usePublished, useRound } from './useRound.ts'
import './rounds.css'

export interface OwnSealedProps {
  note: KptNote
  explain: (error: unknown) => string
}
/** One's own anonymous note where it is looked at on the board: by this browser it can be changed, by no other. */
export function OwnSealed({ note, explain }: OwnSealedProps) {
  const { t } = useWords()
  const { view } = useRound()
  const presenting = usePresenting()
  const found = useMemo(() => {
    const { seal } = note
    if (seal === null) return undefined
    for (const round of view.kept.values())
      for (const own of round.notes)
        if (ownSeals([{ ...round, notes: [own] }]).has(seal)) return { roundId: round.roundId, own }
    return undefined
  }, [view.kept, note])
  const published = usePublished(found?.roundId)
  if (!found || presenting) return null
  const state = stateOf(found.own, published, false)
  return (
    <section className="k-round-sealed" aria-label={t('rounds.own.mark')} data-testid="own-sealed">
      <p className="k-hint">{t('rounds.sealed.own')}</p>
      <ul>
        <OwnNote roundId={found.roundId} note={found.own} state={state} explain={explain} />
      </ul>
      <ForgetKeys />
    </section>
  )
}
