import { useEffect } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useSession } from '../board/boardContext.tsx'
import { presenting } from '../board/presenting.ts'
import { type RoundActs, roundActs } from './acts.ts'
import { cornerOf } from './corner.ts'
import { votesLeft, votesOn } from './keptRound.ts'
import { topicAt, votedIn } from './topics.ts'
import { useRound } from './useRound.ts'

/** Gives the board's commands their round, for as long as the board is open. */
export function useRoundActs(): void {
  const { t } = useWords()
  const session = useSession()
  const { desk, view } = useRound()
  useEffect(() => {
    const { live, kept, access } = view
    const acts: RoundActs = {
      vote(selection) {
        const round = live ? kept.get(live.id) : undefined
        if (live?.kind !== 'voting' || live.state !== 'open' || !round || access !== 'ready' || !desk) {
          say(t('rounds.vote.needsRound'))
          return
        }
        // Others look at this window: what is said of a vote is its owner's alone.
        if (presenting.get()) {
          say(t('rounds.presenting'))
          return
        }
        const [id, ...others] = selection
        if (id === undefined || others.length > 0) {
          say(t('rounds.vote.needsNote'))
          return
        }
        const snapshot = session.watch.getSnapshot()
        const topic = topicAt(votedIn(live.topics)(snapshot).topics, snapshot, id)
        if (!topic) {
          say(t('rounds.vote.notTopic'))
          return
        }
        if (votesLeft(round) === 0) {
          say(t('rounds.vote.noneLeft'))
          return
        }
        const before = votesOn(round, topic.id)
        // Told as it is kept: the key may come twice before the first is.
        void desk.vote(topic.id, 1).then(() => {
          const now = desk.view.get().kept.get(live.id)
          const count = now ? votesOn(now, topic.id) : 0
          if (!now || count <= before) return
          say(t('rounds.told.voted', { topic: topic.name || t('kpt.unnamed'), count, left: votesLeft(now) }))
        })
      },
      enter() {
        if (!live) {
          say(t('rounds.noRound'))
          return
        }
        if (presenting.get()) {
          say(t('rounds.presenting'))
          return
        }
        const { folded, asked } = cornerOf(session)
        folded.set(false)
        asked.set(asked.get() + 1)
      },
    }
    roundActs.set(acts)
    return () => roundActs.set(null)
  }, [session, desk, view, t])
}
