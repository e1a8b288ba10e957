import { removeItems, unlinkItems } from '@kintsugi/board'
import { type RefObject, useMemo } from 'react'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useDesk, useSession, useWritable } from '../../board/boardContext.tsx'
import type { Point } from '../../canvas/geometry.ts'
import type { KeyCommand } from '../../canvas/keyMap.ts'
import { type ZoneName, zoneNames } from '../../canvas/placed.ts'
import type { SpatialIndex } from '../../canvas/spatialIndex.ts'
import type { Camera } from '../../canvas/useCamera.ts'
import type { BoardLayout } from './layoutBoard.ts'
import type { Create } from './useCreate.ts'

export interface BoardCommands {
  /** Does what a key or a button says; false where it means nothing now. */
  run(command: KeyCommand): boolean
  show(zone: ZoneName | 'whole'): void
  reveal(id: string): void
}
export interface CommandContext {
  layout: BoardLayout
  index: SpatialIndex
  camera: Camera
  create: Create
  why: (effectId: string) => string | undefined
  pointer: RefObject<Point | null>
  onKeys: () => void
}

/** A person's acts, each in one place: menu, button and key come here. */
export function useCommands(context: CommandContext): BoardCommands {
  const { board, history } = useSession()
  const desk = useDesk()
  const writable = useWritable()
  const { t } = useWords()
  const { layout, index, camera, create, why, pointer, onKeys } = context

  return useMemo(() => {
    const show = (zone: ZoneName | 'whole'): void => {
      if (zone === 'whole') camera.show(layout.whole, { whole: true, closest: 1.1 })
      else camera.show(layout.zones[zone])
    }
    const reveal = (id: string): void => {
      const rect = index.byId(id)?.rect
      if (rect) camera.reveal(rect)
    }
    const travel = (direction: 'undo' | 'redo'): boolean => {
      const result = direction === 'undo' ? history.undo() : history.redo()
      if (!result) return false
      const verb = t(`board.verbs.${result.verb}`)
      const sentences = [t(direction === 'undo' ? 'board.undone' : 'board.redone', { verb })]
      // One message: a second one would take the place of the first.
      if (result.kept.length > 0) sentences.push(t('board.undoKept', { count: result.kept.length }))
      say(sentences.join(' · '))
      return true
    }
    const remove = (): boolean => {
      const link = desk.selectedLink.get()
      const ids = [...desk.selection.get()]
      const undo = { label: t('board.undo'), act: () => void travel('undo') }
      if (link) {
        desk.selectedLink.set(null)
        if (unlinkItems(board, link)) say(t('board.linkRemoved'), { action: undo })
        return true
      }
      if (ids.length === 0) return false
      desk.select()
      const count = removeItems(board, ids)
      if (count > 0) say(t('board.removed', { count }), { action: undo })
      return true
    }
    const back = (): boolean => {
      if (desk.editing.get()) desk.editing.set(null)
      else if (desk.selectedLink.get()) desk.selectedLink.set(null)
      else if (desk.tool.get() !== 'select') desk.tool.set('select')
      else if (desk.selection.get().size > 0) desk.select()
      else return false
      return true
    }
    const step = (by: 1 | -1): boolean => {
      const ids = index.all.map(({ id }) => id)
      const [current] = [...desk.selection.get()].slice(-1)
      if (current === undefined) return false
      const next = ids[ids.indexOf(current) + by]
      // Past the last item Tab goes on to what stands behind the canvas.
      if (next === undefined) return false
      desk.select(next)
      reveal(next)
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>(`.react-flow__node[data-id="${next}"]`)
          ?.focus({ preventScroll: true }),
      )
      return true
    }
    const edit = (): boolean => {
      const ids = [...desk.selection.get()]
      const placed = ids.length === 1 ? index.byId(ids[0] ?? '') : undefined
      if (!placed) return false
      reveal(placed.id)
      desk.editing.set({ part: placed.part, id: placed.id, field: 'text' })
      return true
    }
    const askWhy = (): boolean => {
      const ids = [...desk.selection.get()]
      const placed = ids.length === 1 ? index.byId(ids[0] ?? '') : undefined
      if (placed?.part !== 'causes') {
        say(t('board.whyNeedsCause'))
        return true
      }
      why(placed.id)
      return true
    }
    const whenWritable = (act: () => unknown): boolean => {
      if (!writable) return false
      return act() !== false
    }
    const here = (): Point | null => pointer.current

    const run = (command: KeyCommand): boolean => {
      switch (command) {
        case 'note':
          return whenWritable(() => create.note(here()))
        case 'event':
          return whenWritable(() => create.event(here()))
        case 'cause':
          return whenWritable(() => create.cause(here()))
        case 'action':
          return whenWritable(() => create.action())
        case 'free':
          return whenWritable(() => create.free(here()))
        case 'why':
          return whenWritable(askWhy)
        case 'delete':
          return whenWritable(remove)
        case 'edit':
          return whenWritable(edit)
        case 'undo':
        case 'redo':
          return whenWritable(() => travel(command))
        case 'select':
        case 'hand':
          desk.tool.set(command)
          return true
        case 'zone0':
          show('whole')
          return true
        case 'zone1':
        case 'zone2':
        case 'zone3':
        case 'zone4':
          show(zoneNames[Number(command.slice(4)) - 1] ?? 'timeline')
          return true
        case 'back':
          return back()
        case 'selectAll':
          desk.select(...index.all.map(({ id }) => id))
          return true
        case 'next':
          return step(1)
        case 'previous':
          return step(-1)
        case 'zoomIn':
        case 'zoomOut':
          camera.zoomBy(command === 'zoomIn' ? 1.25 : 0.8)
          return true
        case 'keys':
          onKeys()
          return true
      }
    }
    return { run, show, reveal }
  }, [board, history, desk, writable, t, layout, index, camera, create, why, pointer, onKeys])
}
