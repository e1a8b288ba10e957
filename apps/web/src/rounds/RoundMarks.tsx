import { useMemo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { usePresenting } from '../board/presenting.ts'
import type { Rect } from '../canvas/geometry.ts'
import { ownSeals } from './keptRound.ts'
import { type Topic, votedIn } from './topics.ts'
import { useRound } from './useRound.ts'
import { VoteControl } from './VoteControl.tsx'
import './rounds.css'

const none: readonly Topic[] = []

/** What the round puts on the cards: votes for whoever may vote, and one's own marks in one's own window. */
export function RoundMarks({ rectOf }: { rectOf: (id: string) => Rect | undefined }) {
  const { t } = useWords()
  const { view } = useRound()
  const { live, kept } = view
  const notes = useBoard((s) => s.kptNotes)
  const presenting = usePresenting()
  const own = useMemo(() => ownSeals(kept.values()), [kept])
  // Totals are the cards' own, once they are counted.
  const isVoting = live?.kind === 'voting' && live.state === 'open' && !presenting
  const voted = useBoard((s) => (isVoting ? votedIn(live.topics)(s).topics : none))
  return (
    <>
      {!presenting &&
        notes.map((note) => {
          const rect = note.seal !== null && own.has(note.seal) ? rectOf(note.id) : undefined
          return (
            rect && (
              <span
                key={`own ${note.id}`}
                className="k-own-mark"
                style={{ left: rect.x + 8, top: rect.y - 9 }}
                data-testid="own-mark"
              >
                {t('rounds.own.mark')}
              </span>
            )
          )
        })}
      {live &&
        voted.map((topic) => {
          const rect = rectOf(topic.id) ?? rectOf(topic.noteId)
          return (
            rect && (
              <div
                key={topic.id}
                className="k-vote-at nopan nodrag"
                style={{ left: rect.x + rect.width, top: rect.y }}
              >
                <VoteControl live={live} topic={topic} />
              </div>
            )
          )
        })}
    </>
  )
}
