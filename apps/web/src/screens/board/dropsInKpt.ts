import { groupKptNotes, moveKptGroup, moveKptItems, moveKptNote } from '@kintsugi/board'
import type { Ghost } from '../../board/desk.ts'
import { heapIn } from '../../board/readings.ts'
import type { Point } from '../../canvas/geometry.ts'
import { breaksVote, countFirst, type KptChange } from '../../kpt/countFirst.ts'
import { type KptPlace, kptPlaceAt } from '../../kpt/kptPlace.ts'
import { inKptOrder, standsAt } from '../../kpt/kptSteps.ts'
import type { DropContext } from './drops.ts'

const isGroup = ({ index }: DropContext, id: string): boolean => index.byId(id)?.part === 'kptGroups'

function placeOf(context: DropContext, ids: readonly string[], at: Point): KptPlace | null {
  const holdsGroup = ids.some((id) => isGroup(context, id))
  return kptPlaceAt(context.layout.kpt, at, ids, holdsGroup)
}

/** Whether all of these are notes of this group. */
function areIn({ session }: DropContext, ids: readonly string[], groupId: string): boolean {
  const notes = heapIn(session.watch.getSnapshot(), groupId)?.notes ?? []
  return ids.every((id) => notes.some((note) => note.id === id))
}

const changeBy = ({ onto, move }: KptPlace, ids: readonly string[]): KptChange =>
  onto === null ? { act: 'move', ids, move } : { act: 'group', ids: [onto, ...ids] }

/** What dropping notes or groups inside KPT would do: stand between others, be grouped with one, go into or out of a group. */
export function sayDropInKpt(context: DropContext, ids: readonly string[], at: Point): Ghost | null {
  const { session, t } = context
  const place = placeOf(context, ids, at)
  if (place === null) return { at, text: t('kpt.ghost.nothing'), target: null }
  const { onto, into, line } = place
  const round = session.meeting.get()?.round ?? null
  if (breaksVote(session.watch.getSnapshot(), round, changeBy(place, ids)))
    return { at, text: t('kpt.ghost.voted'), target: null }
  if (onto !== null) return { at, text: t('kpt.ghost.group'), target: onto }
  const snapshot = session.watch.getSnapshot()
  if (into !== null) {
    const stays = areIn(context, ids, into)
    const name = heapIn(snapshot, into)?.group?.name
    const joins = name ? t('kpt.ghost.join', { name }) : t('kpt.ghost.joinUnnamed')
    return { at, text: stays ? '' : joins, target: stays ? null : into, line }
  }
  const leaves = snapshot.kptNotes.some(
    ({ id, groupId }) => groupId !== null && ids.includes(id) && !ids.includes(groupId),
  )
  return { at, text: leaves ? t('kpt.ghost.leave') : '', target: null, line }
}

export function dropInKpt(context: DropContext, ids: readonly string[], at: Point): void {
  const { desk, session, t } = context
  const { board, watch } = session
  const place = placeOf(context, ids, at)
  if (place === null || countFirst(session, t)(changeBy(place, ids))) return
  const [id, ...others] = inKptOrder(watch.getSnapshot(), ids)
  if (id === undefined) return
  if (place.onto !== null) {
    const group = groupKptNotes(board, [place.onto, id, ...others])
    if (group === undefined) return
    desk.select(group)
    desk.naming.set(group)
  } else if (others.length > 0) moveKptItems(board, [id, ...others], place.move)
  else if (standsAt(watch.getSnapshot(), id, place.move)) return
  else if (isGroup(context, id)) moveKptGroup(board, id, place.move)
  else moveKptNote(board, id, place.move)
}
