import { CrackIcon } from '@kintsugi/ui'
import { Clock, CornerDownRight, SquareCheck, StickyNote, Type } from 'lucide-react'
import { say } from '../../../app/toasts.tsx'
import type { Command, CommandContext } from './command.ts'

/** A new thing; where it belongs to a place, at the pointer. */
const make = (
  icon: NonNullable<Command['icon']>,
  key: string,
  act: (context: CommandContext) => void,
): Command => ({
  group: 'make',
  keys: [key],
  icon,
  writes: true,
  run(context) {
    act(context)
    return true
  },
})

export const note = make(StickyNote, 'N', ({ surface }) => surface.create.note(surface.pointer()))
export const event = make(Clock, 'E', ({ surface }) => surface.create.event(surface.pointer()))
export const cause = make(CrackIcon, 'C', ({ surface }) => surface.create.cause(surface.pointer()))
export const action = make(SquareCheck, 'A', ({ surface }) => surface.create.action())
export const free = make(Type, 'F', ({ surface }) => surface.create.free(surface.pointer()))
export const why = make(CornerDownRight, 'W', ({ desk, surface, t }) => {
  const [id, ...others] = desk.selection.get()
  const thing = surface.things.find((each) => each.id === id)
  if (thing?.part !== 'causes' || others.length > 0) say(t('board.whyNeedsCause'))
  else surface.why(thing.id)
})
