import {
  Hand,
  ListTree,
  type LucideIcon,
  Map as MapIcon,
  MousePointer2,
  PanelRight,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import type { Tool } from '../../../board/desk.ts'
import type { ZoneName } from '../../../canvas/placed.ts'
import type { Command, CommandContext } from './command.ts'

const fly = (zone: ZoneName | 'whole', key: string, icon?: LucideIcon): Command => ({
  group: 'move',
  keys: [key],
  ...(icon ? { icon } : {}),
  run({ surface }) {
    surface.show(zone)
    return true
  },
})
export const timeline = fly('timeline', '1')
export const causes = fly('causes', '2')
export const kpt = fly('kpt', '3')
export const actions = fly('actions', '4')
export const whole = fly('whole', '0', MapIcon)

function step({ desk, surface }: CommandContext, by: 1 | -1): boolean {
  const [current] = [...desk.selection.get()].slice(-1)
  if (current === undefined) return false
  const at = surface.things.findIndex(({ id }) => id === current)
  // Past the last item Tab goes on to what stands behind the canvas.
  const next = surface.things[at + by]
  if (next === undefined) return false
  desk.select(next.id)
  surface.reveal(next.id)
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`.react-flow__node[data-id="${next.id}"]`)
      ?.focus({ preventScroll: true }),
  )
  return true
}
export const next: Command = {
  group: 'move',
  on: 'canvas',
  keys: ['Tab'],
  byKeyOnly: true,
  run: (context) => step(context, 1),
}
export const previous: Command = {
  group: 'move',
  on: 'canvas',
  keys: ['Shift+Tab'],
  byKeyOnly: true,
  run: (context) => step(context, -1),
}

const zoom = (keys: string[], icon: LucideIcon, factor: number): Command => ({
  group: 'move',
  on: 'canvas',
  keys,
  icon,
  repeats: true,
  run({ surface }) {
    surface.zoomBy(factor)
    return true
  },
})
export const zoomIn = zoom(['+', '='], ZoomIn, 1.25)
export const zoomOut = zoom(['-'], ZoomOut, 0.8)

const take = (tool: Tool, key: string, icon: LucideIcon): Command => ({
  group: 'move',
  on: 'canvas',
  keys: [key],
  icon,
  run({ desk }) {
    desk.tool.set(tool)
    return true
  },
})
export const select = take('select', 'S', MousePointer2)
export const hand = take('hand', 'H', Hand)

export const inspector: Command = {
  group: 'move',
  on: 'canvas',
  keys: ['I'],
  icon: PanelRight,
  run({ desk }) {
    desk.inspectorOpen.set(!desk.inspectorOpen.get())
    return true
  },
}

/** The other way to see the board. */
export const outline: Command = {
  group: 'move',
  keys: ['O'],
  icon: ListTree,
  name: ({ surface, t }) => t(surface.kind === 'outline' ? 'view.toCanvas' : 'view.toOutline'),
  run({ app, surface }) {
    app.chooseView(surface.kind === 'outline' ? 'canvas' : 'outline')
    return true
  },
}
