import { mostVotes } from '@kintsugi/protocol'
import { useId, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { suggestedVotes, votesTyped } from './odds.ts'

export interface VotesFieldProps {
  topics: number
  /** Null: as many as are suggested. */
  value: number | null
  onChange: (votes: number | null) => void
}
/** Votes for each: suggested from the number of topics, and the facilitator's to change. */
export function VotesField({ topics, value, onChange }: VotesFieldProps) {
  const { t } = useWords()
  const id = useId()
  /** As it stands while it is written: an emptied field is the person's, and no suggestion yet. */
  const [draft, setDraft] = useState<string | null>(null)
  /** What was typed last is not what it will be. */
  const [isOff, setIsOff] = useState(false)
  const votes = value ?? suggestedVotes(topics, mostVotes)
  return (
    <div className="k-field">
      <label htmlFor={id} className="k-label">
        {t('rounds.open.votes')}
      </label>
      <input
        id={id}
        type="number"
        className="k-input k-round-votes-field"
        min={1}
        max={mostVotes}
        value={draft ?? votes}
        aria-describedby={`${id}-hint`}
        aria-invalid={draft !== null && isOff}
        data-testid="round-votes"
        onBlur={() => setDraft(null)}
        onChange={({ target }) => {
          setDraft(target.value)
          const typed = votesTyped(target.valueAsNumber, mostVotes)
          setIsOff(typed.isOff)
          onChange(typed.votes)
        }}
      />
      <p role="status" className="k-round-votes-off">
        {isOff && t('rounds.open.votesOff', { most: mostVotes, votes })}
      </p>
      <p id={`${id}-hint`} className="k-hint">
        {topics === 0 ? t('rounds.open.noTopics') : t('rounds.open.votesHint', { count: topics })}
      </p>
    </div>
  )
}
