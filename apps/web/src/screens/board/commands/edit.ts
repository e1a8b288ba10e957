import { removeItems, unlinkItems } from '@kintsugi/board'
import { PencilLine, Redo2, SquareDashed, Trash2, Undo2 } from 'lucide-react'
import { say } from '../../../app/toasts.tsx'
import type { CanvasPart } from '../../../canvas/placed.ts'
import type { Command, CommandContext } from './command.ts'

function travel({ history, t }: CommandContext, direction: 'undo' | 'redo'): boolean {
  const result = direction === 'undo' ? history.undo() : history.redo()
  if (!result) return false
  const verb = t(`board.verbs.${result.verb}`)
  const sentences = [t(direction === 'undo' ? 'board.undone' : 'board.redone', { verb })]
  // One message: a second one would take the place of the first.
  if (result.kept.length > 0) sentences.push(t('board.undoKept', { count: result.kept.length }))
  say(sentences.join(' · '))
  return true
}

export const undo: Command = {
  group: 'edit',
  keys: ['Mod+Z'],
  icon: Undo2,
  writes: true,
  available: ({ history }) => history.state().undo !== undefined,
  name({ history, t }) {
    const verb = history.state().undo
    return verb ? t('board.undoNamed', { verb: t(`board.verbs.${verb}`) }) : t('board.undo')
  },
  run: (context) => travel(context, 'undo'),
}
export const redo: Command = {
  group: 'edit',
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  icon: Redo2,
  writes: true,
  available: ({ history }) => history.state().redo !== undefined,
  name({ history, t }) {
    const verb = history.state().redo
    return verb ? t('board.redoNamed', { verb: t(`board.verbs.${verb}`) }) : t('board.redo')
  },
  run: (context) => travel(context, 'redo'),
}

const isSelected = ({ desk }: CommandContext): boolean =>
  desk.selection.get().size > 0 || desk.selectedLink.get() !== null

/** Of what is selected, own anonymous notes: taken away as everything else is, everybody would see at once who does it. */
function ownSealed({ desk, snapshot }: CommandContext): ReadonlySet<string> {
  const selected = desk.selection.get()
  const seals = desk.ownSeals.get()
  return new Set(
    snapshot().kptNotes.flatMap(({ id, seal }) => (selected.has(id) && seals.has(seal ?? '') ? id : [])),
  )
}

export const remove: Command = {
  group: 'edit',
  keys: ['Delete', 'Backspace'],
  icon: Trash2,
  writes: true,
  available: isSelected,
  run(context) {
    const { board, countFirst, desk, history, t } = context
    const link = desk.selectedLink.get()
    const ids = [...desk.selection.get()]
    // After another step it would take back that one.
    const takeBack = {
      label: t('board.undo'),
      act: () => void travel(context, 'undo'),
      until: history.subscribe,
    }
    if (link) {
      desk.selectedLink.set(null)
      if (unlinkItems(board, link)) say(t('board.linkRemoved'), { action: takeBack })
      return true
    }
    if (ids.length === 0) return false
    if (countFirst({ act: 'remove', ids })) return true
    const own = ownSealed(context)
    desk.select(...own)
    const count = removeItems(
      board,
      ids.filter((id) => !own.has(id)),
    )
    if (own.size > 0) say(t('board.ownSealed'))
    else if (count > 0) say(t('board.removed', { count }), { action: takeBack })
    return true
  },
}

export const edit: Command = {
  group: 'edit',
  keys: ['Enter', 'F2'],
  icon: PencilLine,
  writes: true,
  available: ({ desk }) => desk.selection.get().size === 1,
  run({ desk, surface }) {
    const [id, ...others] = desk.selection.get()
    const thing = surface.things.find((each) => each.id === id)
    if (!thing || others.length > 0) return false
    surface.reveal(thing.id)
    if (thing.part === 'kptGroups') desk.naming.set(thing.id)
    else desk.editing.set({ part: thing.part as CanvasPart, id: thing.id, field: 'text' })
    return true
  },
}

/** The editor's own key, while it is open; here for the list. */
export const sibling: Command = {
  group: 'edit',
  keys: ['Mod+Enter'],
  byKeyOnly: true,
  run: () => false,
}

export const selectAll: Command = {
  group: 'edit',
  on: 'canvas',
  keys: ['Mod+A'],
  icon: SquareDashed,
  run({ desk, surface }) {
    desk.select(...surface.things.map(({ id }) => id))
    return true
  },
}

export const back: Command = {
  group: 'edit',
  keys: ['Esc'],
  byKeyOnly: true,
  run({ desk }) {
    if (desk.editing.get()) desk.editing.set(null)
    else if (desk.selectedLink.get()) desk.selectedLink.set(null)
    else if (desk.tool.get() !== 'select') desk.tool.set('select')
    else if (desk.selection.get().size > 0) desk.select()
    else return false
    return true
  },
}
