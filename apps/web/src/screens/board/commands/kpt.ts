import { asideNotes } from '@kintsugi/board'
import { ArchiveRestore, Sprout } from 'lucide-react'
import type { Command, CommandContext } from './command.ts'
import type { KptActs } from './kptActs.ts'

const selectedOf = ({ desk, surface }: CommandContext, part: string): boolean => {
  const selection = desk.selection.get()
  return selection.size > 0 && surface.things.some((thing) => thing.part === part && selection.has(thing.id))
}
const hasNotes = (context: CommandContext): boolean => selectedOf(context, 'kptNotes')
const hasGroup = (context: CommandContext): boolean => selectedOf(context, 'kptGroups')
const hasKpt = (context: CommandContext): boolean => hasNotes(context) || hasGroup(context)

export const group: Command = {
  group: 'edit',
  keys: ['G'],
  writes: true,
  available: hasNotes,
  run(context) {
    context.kpt(({ groupSelected }) => groupSelected(context))
    return true
  },
}
export const ungroup: Command = {
  group: 'edit',
  keys: ['Shift+G'],
  writes: true,
  available: hasKpt,
  run(context) {
    if (!hasKpt(context)) return false
    context.kpt(({ ungroupSelected }) => ungroupSelected(context))
    return true
  },
}

/** In KPT, on the canvas; a row of the outline has the same keys. */
const move = (key: string, work: (acts: KptActs, context: CommandContext) => void): Command => ({
  group: 'edit',
  on: 'canvas',
  keys: [key],
  writes: true,
  repeats: true,
  available: hasKpt,
  run(context) {
    if (!hasKpt(context)) return false
    context.kpt((acts) => work(acts, context))
    return true
  },
})
export const moveUp = move('Alt+↑', ({ stepSelected }, context) => stepSelected(context, -1))
export const moveDown = move('Alt+↓', ({ stepSelected }, context) => stepSelected(context, 1))
export const moveLeft = move('Alt+←', ({ shiftSelected }, context) => shiftSelected(context, -1))
export const moveRight = move('Alt+→', ({ shiftSelected }, context) => shiftSelected(context, 1))

export const keeps: Command = {
  group: 'edit',
  icon: Sprout,
  writes: true,
  run({ open }) {
    open('keeps')
    return true
  },
}

export const aside: Command = {
  group: 'edit',
  icon: ArchiveRestore,
  writes: true,
  available: ({ board }) => asideNotes(board).length > 0,
  run({ open }) {
    open('aside')
    return true
  },
}
