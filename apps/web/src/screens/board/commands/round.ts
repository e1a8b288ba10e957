import { Hourglass, PenLine, Vote } from 'lucide-react'
import { type RoundActs, roundActs, roundOpen } from '../../../rounds/acts.ts'
import type { Command, CommandContext } from './command.ts'

const inRound = (
  key: string,
  icon: NonNullable<Command['icon']>,
  act: (acts: RoundActs, context: CommandContext) => void,
): Command => ({
  group: 'meeting',
  keys: [key],
  icon,
  run(context) {
    const acts = roundActs.get()
    if (acts) act(acts, context)
    return acts !== null
  },
})
/** Acts in a writing or voting round; they come with its code. */
export const roundCommands = {
  round: inRound('T', PenLine, (acts) => acts.enter()),
  runRound: {
    group: 'meeting',
    keys: ['Shift+T'],
    icon: Hourglass,
    available: () => roundActs.get() !== null,
    run() {
      roundOpen.set(true)
      return true
    },
  },
  vote: inRound('V', Vote, (acts, { desk }) => acts.vote(desk.selection.get())),
} as const satisfies Record<string, Command>
