import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { usePresenting } from '../board/presenting.ts'
import { ownSeals } from './keptRound.ts'
import { votedIn } from './topics.ts'
import { useRound } from './useRound.ts'
import { VoteControl } from './VoteControl.tsx'
import './rounds.css'

/** The same on a note's row of the outline; a group's votes stand at its first note. */
export function RowVotes({ noteId }: { noteId: string }) {
  const { t } = useWords()
  const { view } = useRound()
  const presenting = usePresenting()
  const { live, kept } = view
  const isVoting = live?.kind === 'voting' && live.state === 'open'
  const topic = useBoard((s) =>
    isVoting ? votedIn(live.topics)(s).topics.find((each) => each.noteId === noteId) : undefined,
  )
  const seal = useBoard((s) => s.kptNotes.find(({ id }) => id === noteId)?.seal ?? null)
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
