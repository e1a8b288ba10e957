import {
  groupKptNotes,
  type KptMove,
  moveKptGroup,
  moveKptItems,
  moveKptNote,
  ungroupKptNotes,
} from '@kintsugi/board'
import { say } from '../../../app/toasts.tsx'
import { heapBefore, inKptOrder, kptShift, kptStep } from '../../../kpt/kptSteps.ts'
import type { CommandContext } from './command.ts'

/** What is selected of KPT, as it reads; a note whose group is selected too goes with it. */
function selected({ desk, snapshot }: CommandContext): string[] {
  const selection = desk.selection.get()
  const ids = inKptOrder(snapshot(), selection)
  const inside = new Set(
    snapshot().kptNotes.flatMap(({ id, groupId }) =>
      groupId !== null && selection.has(groupId) ? [id] : [],
    ),
  )
  return ids.filter((id) => !inside.has(id))
}

/** Puts the selected notes into one group and opens its name. In the outline, where one row is selected, with what stands above it. */
export function groupSelected(context: CommandContext): void {
  const { board, countFirst, desk, snapshot, surface, t } = context
  const kpt = snapshot()
  const ids = selected(context).filter((id) => kpt.kptNotes.some((note) => note.id === id))
  const [only, ...others] = ids
  if (only === undefined) {
    say(t('kpt.groupNeedsNotes'))
    return
  }
  if (others.length === 0) {
    if (surface.kind !== 'outline') {
      say(t('kpt.groupNeedsNotes'))
      return
    }
    const above = heapBefore(kpt, only)
    if (!above) {
      say(t('kpt.groupNeedsAbove'))
      return
    }
    if (above.group) {
      const move = { column: above.group.slot.column, group: above.id }
      if (countFirst({ act: 'move', ids, move })) return
      moveKptNote(board, only, move)
      surface.reveal(only)
      return
    }
    ids.unshift(above.id)
  }
  const columns = new Set(kpt.kptNotes.filter(({ id }) => ids.includes(id)).map(({ slot }) => slot.column))
  if (columns.size > 1) {
    say(t('kpt.groupOneColumn'))
    return
  }
  if (countFirst({ act: 'group', ids })) return
  const made = groupKptNotes(board, ids)
  if (made === undefined) return
  desk.select(made)
  desk.naming.set(made)
}

/** Dissolves every group that is selected, or that a selected note is in. */
export function ungroupSelected(context: CommandContext): void {
  const { board, countFirst, desk, snapshot, t } = context
  const { kptGroups, kptNotes } = snapshot()
  const selection = desk.selection.get()
  const homes = new Set(
    kptNotes.flatMap(({ id, groupId }) => (groupId !== null && selection.has(id) ? [groupId] : [])),
  )
  const groups = kptGroups.filter(({ id }) => selection.has(id) || homes.has(id))
  if (groups.length === 0) {
    say(t('kpt.ungroupNeedsGroup'))
    return
  }
  const notes = kptNotes.filter(({ groupId }) => groups.some(({ id }) => id === groupId))
  const ids = groups.map(({ id }) => id)
  if (countFirst({ act: 'ungroup', ids })) return
  ungroupKptNotes(board, ...ids)
  desk.select(...notes.map(({ id }) => id))
}

function carryOut(context: CommandContext, ids: readonly string[], move: KptMove): void {
  const { board, countFirst, snapshot, surface } = context
  const [id, ...others] = ids
  if (id === undefined || countFirst({ act: 'move', ids, move })) return
  if (others.length > 0) moveKptItems(board, ids, move)
  else if (snapshot().kptGroups.some((group) => group.id === id)) moveKptGroup(board, id, move)
  else moveKptNote(board, id, move)
  // Where it stands now is known with the next drawing.
  requestAnimationFrame(() => requestAnimationFrame(() => surface.reveal(id)))
}

/** One step up or down in the column, or in the group; past its edge out of it. */
export function stepSelected(context: CommandContext, by: 1 | -1): void {
  const ids = selected(context)
  const move = kptStep(context.snapshot(), ids, by)
  if (move) carryOut(context, ids, move)
}

/** To the end of the column beside. */
export function shiftSelected(context: CommandContext, by: 1 | -1): void {
  const ids = selected(context)
  const move = kptShift(context.snapshot(), ids, by)
  if (move) carryOut(context, ids, move)
}

const acts = { groupSelected, ungroupSelected, stepSelected, shiftSelected }
export type KptActs = typeof acts
