import type { PracticeStep } from '@kintsugi/model'
import type { CommandContext } from './commands/command.ts'
import { intoSight } from './intoSight.ts'

/** Where each step is worked on: in a zone of the board, or in the incident's fields. */
const places = {
  owner: { field: '[data-testid=owner]' },
  participants: { field: '[data-testid=people-panel]' },
  causes: { zone: 'causes' },
  response: { zone: 'timeline' },
  timeline: { zone: 'timeline' },
  kpt: { zone: 'kpt' },
} as const satisfies Record<PracticeStep, { field: string } | { zone: string }>

/** Shows where a step is worked on, in this window only. */
export function showStep(
  step: PracticeStep,
  { desk, surface }: Pick<CommandContext, 'desk' | 'surface'>,
): void {
  const place = places[step]
  if ('zone' in place) {
    surface.show(place.zone)
    return
  }
  // On the canvas the incident's fields stand in the panel, while nothing is selected.
  if (surface.kind === 'canvas') {
    desk.select()
    desk.inspectorOpen.set(true)
  }
  intoSight(place.field)
}
