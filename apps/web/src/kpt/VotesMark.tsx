import { Vote } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { votesFor } from '../board/readings.ts'

/** Votes of a group, or of a note that is in none, where a vote has been counted. */
export function VotesMark({ id }: { id: string }) {
  const { t } = useWords()
  const count = useBoard((s) => votesFor(s, id))
  return count === null ? null : (
    <span className="k-votes" data-testid="votes">
      <Vote size={12} aria-hidden="true" />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('reading.votes', { count })}</span>
    </span>
  )
}
