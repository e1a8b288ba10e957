import { stepMinutes } from '@kintsugi/analysis'
import { type PracticeStep, practiceSteps } from '@kintsugi/model'
import { Hand, StepBack, StepForward, Timer, TimerOff } from 'lucide-react'
import { type Conduct, conduct, holds, leads } from '../../../practice/conduct.ts'
import { countdownAt } from '../../../practice/countdown.ts'
import { showStep } from '../stepPlaces.ts'
import type { Command, CommandContext } from './command.ts'

type Act = Pick<Command, 'icon' | 'name'> & {
  available: (own: Conduct) => boolean
  act: (own: Conduct, context: CommandContext) => void
}
/** An act of whoever leads the meeting; while nobody does who is here, of anybody. */
const leading = ({ available, act, ...more }: Act): Command => ({
  ...more,
  group: 'meeting',
  available() {
    const own = conduct.get()
    return own !== null && leads(own) && available(own)
  },
  run(context) {
    const own = conduct.get()
    if (own === null || !available(own)) return false
    act(own, context)
    return true
  },
})

/** The step that many further on; before the first one the team is nowhere yet. */
function stepBy({ heard }: Conduct, by: 1 | -1): PracticeStep | undefined {
  const at = heard?.step ? practiceSteps.indexOf(heard.step) : -1
  return practiceSteps[at + by]
}
const walk = (by: 1 | -1, direction: 'next' | 'previous', icon: NonNullable<Command['icon']>): Command =>
  leading({
    icon,
    available: (own) => stepBy(own, by) !== undefined,
    name({ t }) {
      const own = conduct.get()
      const step = own && stepBy(own, by)
      if (!step) return t(`conduct.names.${direction}Step`)
      const n = practiceSteps.indexOf(step) + 1
      return t(`conduct.stepTo.${direction}`, { n, step: t(`practice.stepName.${step}`) })
    },
    act(own, context) {
      const step = stepBy(own, by)
      if (!step) return
      own.change({ step })
      showStep(step, context)
    },
  })

const countdown = (own: Conduct | null) => countdownAt(own?.heard ?? null, Date.now())
const suggested = ({ snapshot }: CommandContext): number =>
  stepMinutes(snapshot())[conduct.get()?.heard?.step ?? practiceSteps[0]]

/** Leading the team by keys alone. */
export const leadCommands = {
  nextStep: walk(1, 'next', StepForward),
  previousStep: walk(-1, 'previous', StepBack),
  timer: leading({
    icon: Timer,
    available: () => true,
    name(context) {
      const { t } = context
      const { state } = countdown(conduct.get())
      if (state === 'running') return t('practice.timer.pause')
      if (state === 'paused') return t('practice.timer.resume')
      return t('conduct.timer.start', { count: suggested(context) })
    },
    act(own, context) {
      const { state } = countdown(own)
      if (state === 'running') own.change({ timer: 'pause' })
      else if (state === 'paused') own.change({ timer: 'resume' })
      else own.change({ timer: { start: suggested(context) } })
    },
  }),
  stopTimer: leading({
    icon: TimerOff,
    available: (own) => countdown(own).state !== 'none',
    act: (own) => own.change({ timer: 'stop' }),
  }),
  lowerHand: leading({
    icon: Hand,
    available: (own) => firstHand(own) !== undefined,
    name({ t }) {
      const own = conduct.get()
      const first = own && firstHand(own)
      return first ? t('conduct.hand.lowerOf', { name: first.name }) : t('conduct.names.lowerHand')
    },
    act(own) {
      const first = firstHand(own)
      if (first) own.change({ lowerHand: first.principal })
    },
  }),
} as const satisfies Record<string, Command>

/** Whoever waits longest; the own hand has a key of its own. */
const firstHand = (own: Conduct) =>
  holds(own, 'facilitator') ? own.heard?.hands.find(({ principal }) => principal !== own.me) : undefined
