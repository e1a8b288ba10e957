import type { KptMove } from '@kintsugi/board'
import { type BoardSnapshot, type KptNote, plainTextOf } from '@kintsugi/model'
import type { LiveRound } from '@kintsugi/protocol'
import type { Words } from '@kintsugi/words'
import { useMemo } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useSession } from '../board/boardContext.tsx'
import type { Session } from '../live/session.ts'

type Kpt = Pick<BoardSnapshot, 'kptNotes' | 'kptGroups'>

/** What somebody is about to do with notes and groups, as far as it can take away what others vote on. */
export type KptChange =
  | { readonly act: 'remove' | 'group' | 'ungroup'; readonly ids: readonly string[] }
  | { readonly act: 'move'; readonly ids: readonly string[]; readonly move: KptMove }

/** Whether a change would take something out of an open vote: a note or a group, or one of the notes a group stands for. */
export function breaksVote(
  { kptNotes, kptGroups }: Kpt,
  round: Pick<LiveRound, 'kind' | 'state' | 'topics'> | null,
  change: KptChange,
): boolean {
  if (round?.kind !== 'voting' || round.state !== 'open') return false
  const columns = new Map(kptGroups.map(({ id, slot }) => [id, slot.column]))
  const ids = new Set(change.ids)
  const isVoted = (groupId: string | null): boolean =>
    groupId !== null && columns.has(groupId) && round.topics.includes(groupId)
  const isVotedAlone = ({ id, text }: KptNote): boolean =>
    round.topics.includes(id) && plainTextOf(text).trim() !== ''

  function breaks(note: KptNote): boolean {
    if (change.act === 'ungroup') return false
    const home = note.groupId !== null && columns.has(note.groupId) ? note.groupId : null
    if (change.act !== 'move') return isVoted(home) || isVotedAlone(note)
    // It goes with its group.
    if (home !== null && ids.has(home)) return false
    const { column, group } = change.move
    const stays = group === home || (group === undefined && (home === null || columns.get(home) === column))
    if (stays) return false
    return isVoted(home) || (group != null && isVotedAlone(note))
  }
  if (change.act !== 'move' && change.ids.some(isVoted)) return true
  return kptNotes.some((note) => ids.has(note.id) && breaks(note))
}

/** True where a change has to wait until the votes are counted; that is said. */
export type CountFirst = (change: KptChange) => boolean
export const countFirst =
  ({ meeting, watch }: Pick<Session, 'meeting' | 'watch'>, t: Words): CountFirst =>
  (change) => {
    const waits = breaksVote(watch.getSnapshot(), meeting.get()?.round ?? null, change)
    if (waits) say(t('board.countFirst'))
    return waits
  }
export function useCountFirst(): CountFirst {
  const session = useSession()
  const { t } = useWords()
  return useMemo(() => countFirst(session, t), [session, t])
}
