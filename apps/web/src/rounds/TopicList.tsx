import type { LiveRound } from '@kintsugi/protocol'
import { useMemo, useRef } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { votesLeft, votesOn } from './keptRound.ts'
import { type Topic, votedIn } from './topics.ts'
import { usePublished, useRound } from './useRound.ts'
import { VoteControl } from './VoteControl.tsx'

/** A topic, or (`isGone`) votes for one that is no longer there: so they are one's own to take back, and the totals add up. */
type Row = Pick<Topic, 'id' | 'name'> & { readonly column?: Topic['column']; readonly isGone?: boolean }

/** Everything that is voted on as one list: for the keyboard, for a small screen, and where the cards are far away. */
export function TopicList({ live }: { live: LiveRound }) {
  const { t } = useWords()
  const { view } = useRound()
  const voted = useBoard(votedIn(live.topics))
  const published = usePublished(live.id)
  const kept = view.kept.get(live.id)
  // Taken back to the last, the row under the hand stays.
  const held = useRef(new Set<string>())
  const rows = useMemo((): readonly Row[] => {
    const isOpen = live.state === 'open'
    const votesOf = (id: string): number => published?.votes[id] ?? 0
    if (isOpen && kept) for (const id of voted.gone) if (votesOn(kept, id) > 0) held.current.add(id)
    const gone = voted.gone.filter((id) => (isOpen ? held.current.has(id) : votesOf(id) > 0))
    const all = [
      ...voted.topics,
      ...gone.map((id) => ({ id, name: t('rounds.vote.goneTopic'), isGone: true })),
    ]
    return isOpen ? all : all.toSorted((a, b) => votesOf(b.id) - votesOf(a.id))
  }, [voted, live, published, kept, t])
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
        {rows.map((topic) => (
          <li key={topic.id} data-column={topic.column} data-gone={topic.isGone} data-testid="topic">
            {topic.column && <span className="k-round-column">{t(`board.kptName.${topic.column}`)}</span>}
            <span className="k-round-topic">
              {topic.isGone ? t('rounds.vote.gone') : topic.name || t('kpt.unnamed')}
            </span>
            <VoteControl live={live} topic={topic} isGone={topic.isGone} />
          </li>
        ))}
      </ul>
      {live.state === 'open' && <p className="k-hint">{t('rounds.vote.hint')}</p>}
      {live.state === 'open' && <p className="k-hint">{t('rounds.vote.alone')}</p>}
    </section>
  )
}
