import type { LiveRound } from '@kintsugi/protocol'
import { Minus, Plus } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'
import { votesLeft, votesOn } from './keptRound.ts'
import type { Topic } from './topics.ts'
import { usePublished, useRound } from './useRound.ts'

export interface VoteControlProps {
  live: LiveRound
  topic: Pick<Topic, 'id' | 'name'>
  /** It is no longer on the board: votes are taken back from it, and none are given. */
  isGone?: boolean | undefined
}
/** While the round is open one's own votes for a topic; once they are counted everybody's. */
export function VoteControl({ live, topic, isGone = false }: VoteControlProps) {
  const { t } = useWords()
  const { desk, view } = useRound()
  const published = usePublished(live.id)
  const kept = view.kept.get(live.id)
  const name = topic.name || t('kpt.unnamed')
  if (live.state === 'revealed') {
    const count = published?.votes[topic.id] ?? 0
    return (
      <span className="k-vote" data-state="counted" data-count={count} data-testid="votes-total">
        {t('rounds.vote.total', { count })}
      </span>
    )
  }
  if (!desk || !kept || view.access !== 'ready') return null
  const mine = votesOn(kept, topic.id)
  return (
    <fieldset className="k-vote" data-state="open" data-mine={mine > 0} data-testid="vote">
      <legend className="sr-only">{t('rounds.vote.label', { topic: name })}</legend>
      <button
        type="button"
        aria-label={t('rounds.vote.take', { topic: name })}
        disabled={mine === 0}
        data-testid="vote-take"
        onClick={() => void desk.vote(topic.id, -1)}
      >
        <Minus size={14} aria-hidden="true" />
      </button>
      <output aria-label={t('rounds.vote.mine', { count: mine })}>{mine}</output>
      <button
        type="button"
        aria-label={t('rounds.vote.give', { topic: name })}
        disabled={isGone || votesLeft(kept) === 0}
        data-testid="vote-give"
        onClick={() => void desk.vote(topic.id, 1)}
      >
        <Plus size={14} aria-hidden="true" />
      </button>
    </fieldset>
  )
}
