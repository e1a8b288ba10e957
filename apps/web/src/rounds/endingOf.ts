import type { Round } from '@kintsugi/model'
import type { LiveRound } from '@kintsugi/protocol'

/** How a round came to its end that is told of no longer; null while the board has not said it yet. */
export function endingOf(
  was: Pick<LiveRound, 'id' | 'state'>,
  published: readonly Pick<Round, 'id' | 'endedAt'>[],
): 'over' | 'calledOff' | null {
  if (was.state === 'revealed') return 'over'
  const there = published.find(({ id }) => id === was.id)
  if (there === undefined) return 'calledOff'
  return there.endedAt === null ? null : 'over'
}
