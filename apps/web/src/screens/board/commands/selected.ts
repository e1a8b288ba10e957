import { actionFromNote, causeFromNote, changeTimelineEntry } from '@kintsugi/board'
import type { ResponseReview } from '@kintsugi/model'
import { CrackIcon } from '@kintsugi/ui'
import { Clover, Lightbulb, PanelRightOpen, SquareCheck, ThumbsUp } from 'lucide-react'
import { intoDetails } from '../intoSight.ts'
import type { Command, CommandContext } from './command.ts'

/** The one thing that is selected, where it is of this part. */
function only({ desk, surface }: CommandContext, part: string): string | undefined {
  const [id, ...others] = desk.selection.get()
  if (others.length > 0) return undefined
  return surface.things.find((thing) => thing.id === id && thing.part === part)?.id
}

const review = (value: ResponseReview, icon: NonNullable<Command['icon']>): Command => ({
  group: 'edit',
  icon,
  writes: true,
  available: (context) => only(context, 'timeline') !== undefined,
  run(context) {
    const id = only(context, 'timeline')
    if (id === undefined) return false
    const entry = context.snapshot().timeline.find((each) => each.id === id)
    changeTimelineEntry(context.board, id, { review: entry?.review === value ? null : value })
    return true
  },
})

const become = (make: typeof actionFromNote, icon: NonNullable<Command['icon']>): Command => ({
  group: 'edit',
  icon,
  writes: true,
  available: (context) => only(context, 'kptNotes') !== undefined,
  run(context) {
    const { board, desk, surface } = context
    const note = only(context, 'kptNotes')
    const made = note === undefined ? undefined : make(board, note)
    if (made === undefined) return false
    desk.select(made)
    // Where it stands is known with the next drawing.
    requestAnimationFrame(() => requestAnimationFrame(() => surface.reveal(made)))
    return true
  },
})

const extend = (by: 1 | -1, key: string): Command => ({
  group: 'edit',
  on: 'canvas',
  keys: [key],
  repeats: true,
  byKeyOnly: true,
  run({ desk, surface }) {
    const ids = [...desk.selection.get()]
    const last = ids.at(-1)
    if (last === undefined) return false
    const next = surface.things[surface.things.findIndex(({ id }) => id === last) + by]
    if (next === undefined) return false
    // Back over what was taken too gives it up again.
    if (ids.at(-2) === next.id) desk.select(...ids.slice(0, -1))
    else desk.select(...ids.filter((id) => id !== next.id), next.id)
    surface.reveal(next.id)
    return true
  },
})

/** Acts on what is selected that else are found in its details only. */
export const selectedCommands = {
  details: {
    group: 'edit',
    on: 'canvas',
    keys: ['Alt+Enter'],
    icon: PanelRightOpen,
    run({ desk }) {
      desk.inspectorOpen.set(true)
      intoDetails()
      return true
    },
  },
  extendDown: extend(1, 'Shift+↓'),
  extendUp: extend(-1, 'Shift+↑'),
  reviewWorked: review('worked', ThumbsUp),
  reviewImprove: review('improve', Lightbulb),
  reviewLucky: review('lucky', Clover),
  noteToCause: become(causeFromNote, CrackIcon),
  noteToAction: become(actionFromNote, SquareCheck),
} as const satisfies Record<string, Command>
