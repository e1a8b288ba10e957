import {
  addAction,
  linkItems,
  moveAction,
  moveCause,
  moveKptGroup,
  moveKptNote,
  moveTimelineEntry,
} from '@kintsugi/board'
import type { KptColumn } from '@kintsugi/model'
import { useMemo } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useDesk, useSession, useWritable } from '../../../board/boardContext.tsx'
import { itemIn } from '../../../board/readings.ts'
import { useCountFirst } from '../../../kpt/countFirst.ts'
import { kptShift, kptStep } from '../../../kpt/kptSteps.ts'
import { focusRow, type RowActs, rowOf } from '../../../outline/rows.ts'
import type { BoardCommands } from '../commands/command.ts'
import type { Create } from '../useCreate.ts'
import type { OutlineDesk } from './outlineDesk.ts'
import { likesOf, stepIn } from './outlineMoves.ts'

/** What rows, buttons and keys of the outline do. */
export interface OutlineActs extends RowActs {
  readonly create: Create
  note(column: KptColumn): void
  why(effectId: string): void
  /** A new action for a cause. */
  answer(causeId: string): void
  /** The next one of the same kind. */
  next(id: string): void
  /** Shows a thing: its row gets the focus. */
  go(id: string): void
  remove(id: string): void
}

export interface OutlineActsContext {
  outline: OutlineDesk
  create: Create
  why: (effectId: string) => string | undefined
  run: BoardCommands['run']
}
export function useOutlineActs({ outline, create, why, run }: OutlineActsContext): OutlineActs {
  const { board, watch } = useSession()
  const desk = useDesk()
  const writable = useWritable()
  const { t } = useWords()
  const countFirst = useCountFirst()
  return useMemo(() => {
    const thing = (id: string) => itemIn(watch.getSnapshot(), id)
    return {
      create,
      why,
      note: (column) => create.note(null, column),
      answer(causeId) {
        const id = addAction(board, {})
        linkItems(board, { kind: 'answers', from: id, to: causeId })
        outline.opened.set(null)
        desk.begin({ part: 'actions', id, field: 'text' })
      },
      next(id) {
        switch (thing(id)?.part) {
          case 'timeline':
            return create.event(null)
          case 'causes':
            return void why(id)
          case 'kptGroups':
          case 'kptNotes':
            return create.note(null)
          case 'actions':
            return create.action()
          case 'freeNotes':
            return create.free(null)
        }
      },
      go(id) {
        desk.editing.set(null)
        outline.opened.set(null)
        desk.select(id)
        rowOf(id)?.scrollIntoView({ block: 'center' })
        focusRow(id)
      },
      write(id) {
        const at = thing(id)
        if (!writable || !at) return
        desk.select(id)
        if (at.part === 'kptGroups') desk.naming.set(id)
        else desk.editing.set({ part: at.part, id, field: 'text' })
      },
      open(id, open) {
        if (open) outline.opened.set(id)
        else if (outline.opened.get() === id) outline.opened.set(null)
      },
      remove(id) {
        outline.opened.set(null)
        desk.selectedLink.set(null)
        desk.select(id)
        run('remove')
      },
      move(id, by) {
        const at = thing(id)
        if (!writable || !at) return
        const kpt = watch.getSnapshot()
        const move = at.part.startsWith('kpt') ? kptStep(kpt, [id], by) : undefined
        const list = likesOf(kpt, id)
        if (list === null) return outline.told.set(t('outline.stays'))
        const step = stepIn(list, id, by)
        // Past the edge of its group a note leaves it.
        if (move && !step) {
          if (countFirst({ act: 'move', ids: [id], move })) return
          moveKptNote(board, id, move)
          outline.told.set(t('kpt.left'))
          return focusRow(id)
        }
        if (!step) return outline.told.set(t(by === 1 ? 'outline.last' : 'outline.first'))
        if (at.part === 'timeline') moveTimelineEntry(board, id, step.between)
        else if (at.part === 'causes') moveCause(board, id, step.between)
        else if (at.part === 'actions') moveAction(board, id, step.between)
        else if (at.part === 'kptNotes' && move) moveKptNote(board, id, move)
        else if (at.part === 'kptGroups' && move) moveKptGroup(board, id, move)
        outline.told.set(t('outline.moved', { at: step.at, count: list.length }))
        focusRow(id)
      },
      shift(id, by) {
        const at = thing(id)
        if (!writable || !at?.part.startsWith('kpt')) return
        const move = kptShift(watch.getSnapshot(), [id], by)
        if (!move || countFirst({ act: 'move', ids: [id], move })) return
        const { column } = move
        if (at.part === 'kptGroups') moveKptGroup(board, id, move)
        else moveKptNote(board, id, move)
        outline.told.set(t('outline.movedTo', { column: t(`board.kptName.${column}`) }))
        focusRow(id)
      },
    }
  }, [board, watch, desk, outline, create, why, run, writable, t, countFirst])
}
