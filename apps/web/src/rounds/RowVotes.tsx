import { useMemo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { usePresenting } from '../board/presenting.ts'
import { ownSeals } from './keptRound.ts'
import { topicsOf } from './topics.ts'
import { useRound } from './useRound.ts'
import { VoteControl } from './VoteControl.tsx'
import './rounds.css'

/** The same on a note's row of the outline; a group's votes stand at its first note. */
export function RowVotes({ noteId }: { noteId: string }) {
  const { t } = useWords()
  const { view } = useRound()
  const notes = useBoard((s) => s.kptNotes)
  const groups = useBoard((s) => s.kptGroups)
  const presenting = usePresenting()
  const { live, kept } = view
  const topic = useMemo(
    () =>
      live?.kind === 'voting' && live.state === 'open'
        ? topicsOf({ kptNotes: notes, kptGroups: groups }).find(
            (each) => each.noteId === noteId && live.topics.includes(each.id),
          )
        : undefined,
    [live, notes, groups, noteId],
  )
  const seal = notes.find(({ id }) => id === noteId)?.seal ?? null
  const isOwn = seal !== null && !presenting && ownSeals(kept.values()).has(seal)
  return (
    <>
      {isOwn && (
        <span className="k-chip" data-testid="own-mark">
          {t('rounds.own.mark')}
        </span>
      )}
      {live && topic && !presenting && <VoteControl live={live} topic={topic} />}
    </>
  )
}
