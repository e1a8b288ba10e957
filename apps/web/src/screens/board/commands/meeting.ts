import {
  CircleCheck,
  Compass,
  EyeOff,
  Footprints,
  Hand,
  Lock,
  PenLine,
  Presentation,
  UsersRound,
} from 'lucide-react'
import { say } from '../../../app/toasts.tsx'
import { presenting as isPresenting } from '../../../board/presenting.ts'
import { type Conduct, conduct, handIsUp, holds, mayTake, rolesOpen } from '../../../practice/conduct.ts'
import { invisible as isInvisible } from '../../../presence/invisible.ts'
import { leading } from '../../../presence/leading.ts'
import type { Command, CommandContext } from './command.ts'

/** An act in the meeting of the open board. */
const inMeeting = (
  icon: NonNullable<Command['icon']>,
  act: (own: Conduct, context: CommandContext) => void,
  more: Omit<Partial<Command>, 'available'> & { available?: (own: Conduct) => boolean } = {},
): Command => ({
  ...more,
  group: 'meeting',
  icon,
  available() {
    const own = conduct.get()
    return own !== null && (more.available?.(own) ?? true)
  },
  run(context) {
    const own = conduct.get()
    if (own === null) return false
    act(own, context)
    return true
  },
})
const here = <T>(read: (own: Conduct) => T): T | false => {
  const own = conduct.get()
  return own !== null && read(own)
}

const lockMinutes = 3

/** What concerns the meeting comes with the rest of the page: nobody needs it before the first card is drawn. */
export const meetingCommands = {
  ready: inMeeting(CircleCheck, (own) => own.change({ ready: !own.isReady }), {
    keys: ['D'],
    name: ({ t }) => t(here((own) => own.isReady) ? 'conduct.ready.take' : 'conduct.names.ready'),
  }),
  raiseHand: inMeeting(Hand, (own) => own.change({ hand: !handIsUp(own) }), {
    keys: ['R'],
    name: ({ t }) => t(here(handIsUp) ? 'conduct.hand.lower' : 'conduct.hand.raise'),
  }),
  roles: inMeeting(UsersRound, () => rolesOpen.set(true)),
  facilitate: inMeeting(
    Compass,
    (own) => own.change({ role: { role: 'facilitator', to: holds(own, 'facilitator') ? 'nobody' : 'me' } }),
    {
      available: (own) => mayTake(own, 'facilitator'),
      name: ({ t }) =>
        here((own) => holds(own, 'facilitator'))
          ? `${t('conduct.role.facilitator')}: ${t('conduct.layDown')}`
          : t('conduct.names.facilitate'),
    },
  ),
  takeNotes: inMeeting(
    PenLine,
    (own) => own.change({ role: { role: 'scribe', to: holds(own, 'scribe') ? 'nobody' : 'me' } }),
    {
      available: (own) => mayTake(own, 'scribe'),
      name: ({ t }) =>
        here((own) => holds(own, 'scribe'))
          ? `${t('conduct.role.scribe')}: ${t('conduct.layDown')}`
          : t('conduct.names.takeNotes'),
    },
  ),
  lockBoard: inMeeting(Lock, (own) => own.change({ lock: own.heard?.lock ? null : lockMinutes }), {
    available: (own) => holds(own, 'facilitator'),
    name: ({ t }) =>
      here((own) => own.heard?.lock)
        ? t('conduct.lock.unlock')
        : t('conduct.lock.for', { count: lockMinutes }),
  }),
  followMe: inMeeting(
    Footprints,
    (_, { t }) => {
      if (isInvisible.get()) say(t('conduct.follow.needsVisible'))
      else leading.set(!leading.get())
    },
    {
      on: 'canvas',
      keys: ['M'],
      name: ({ t }) => t(leading.get() ? 'conduct.follow.leave' : 'conduct.names.followMe'),
    },
  ),
  invisible: inMeeting(
    EyeOff,
    (_, { t }) => {
      const on = !isInvisible.get()
      if (on) leading.set(false)
      isInvisible.set(on)
      say(t(on ? 'conduct.invisible.on' : 'conduct.invisible.off'))
    },
    { name: ({ t }) => t(isInvisible.get() ? 'conduct.invisible.leave' : 'conduct.names.invisible') },
  ),
  presenting: inMeeting(
    Presentation,
    (_, { t }) => {
      const on = !isPresenting.get()
      isPresenting.set(on)
      say(t(on ? 'conduct.presenting.on' : 'conduct.presenting.off'))
    },
    {
      keys: ['P'],
      name: ({ t }) => t(isPresenting.get() ? 'conduct.presenting.leave' : 'conduct.names.presenting'),
    },
  ),
} as const satisfies Record<string, Command>
