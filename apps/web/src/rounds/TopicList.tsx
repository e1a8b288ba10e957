import type { LiveRound } from '@kintsugi/protocol'
import { useMemo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { votesLeft } from './keptRound.ts'
import { topicsIn } from './topics.ts'
import { usePublished, useRound } from './useRound.ts'
import { VoteControl } from './VoteControl.tsx'

/** Everything that is voted on as one list: for the keyboard, for a small screen, and where the cards are far away. */
export function TopicList({ live }: { live: LiveRound }) {
  const { t } = useWords()
  const { view } = useRound()
  const all = useBoard(topicsIn)
  const published = usePublished(live.id)
  const topics = useMemo(() => {
    const voted = all.filter(({ id }) => live.topics.includes(id))
    if (live.state === 'open') return voted
    const votesOf = (id: string): number => published?.votes[id] ?? 0
    return voted.toSorted((a, b) => votesOf(b.id) - votesOf(a.id))
  }, [all, live, published])
  const kept = view.kept.get(live.id)
  const left = kept ? votesLeft(kept) : 0
  return (
    <section className="k-round-topics" aria-labelledby="k-round-topics-title">
      <h3 id="k-round-topics-title">
        {t('rounds.vote.topics')}
        {live.state === 'open' && (
          <span role="status" data-testid="votes-left">
            {left === 0 ? t('rounds.vote.noneLeft') : t('rounds.vote.left', { count: left })}
          </span>
        )}
      </h3>
      <ul>
        {topics.map((topic) => (
          <li key={topic.id} data-column={topic.column} data-testid="topic">
            <span className="k-round-column">{t(`board.kptName.${topic.column}`)}</span>
            <span className="k-round-topic">{topic.name || t('kpt.unnamed')}</span>
            <VoteControl live={live} topic={topic} />
          </li>
        ))}
      </ul>
      {live.state === 'open' && <p className="k-hint">{t('rounds.vote.hint')}</p>}
      {live.state === 'open' && <p className="k-hint">{t('rounds.vote.alone')}</p>}
    </section>
  )
}
