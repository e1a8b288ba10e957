import type { ReadyField } from '@kintsugi/analysis'
import { useDesk } from '../../board/boardContext.tsx'
import type { Api } from '../../live/api.ts'
import { useDepartments } from '../../people/departments.ts'
import { ReadyDialog } from '../../ready/ReadyDialog.tsx'
import type { BoardCommands } from './commands/command.ts'
import { intoSight } from './intoSight.ts'

/** Fields of the incident's panel, and of the page in the outline. */
const fields = {
  owner: '[data-testid=owner]',
  meeting: '[data-testid=meeting-fields]',
  invitation: '[data-testid=meeting-fields]',
  summary: '[data-testid=text-summary]',
  impact: '[data-testid=text-impact]',
  people: '[data-testid=people-panel]',
} as const satisfies Partial<Record<ReadyField, string>>

export interface ReadyOnBoardProps {
  api: Api
  commands: BoardCommands
  onClose: () => void
}

/** The ready check over a board: it leads to the fields, the timeline and the import. */
export function ReadyOnBoard({ api, commands, onClose }: ReadyOnBoardProps) {
  const desk = useDesk()
  const departments = useDepartments(api)
  const go = (field: ReadyField, [itemId]: readonly string[]): void => {
    onClose()
    if (field === 'import') {
      commands.run('importDocument')
      return
    }
    if (field === 'timeline' || field === 'checklist') {
      if (itemId === undefined) commands.run('timeline')
      else {
        desk.select(itemId)
        commands.context?.surface.reveal(itemId)
      }
      return
    }
    if (commands.context?.surface.kind === 'canvas') {
      desk.select()
      desk.inspectorOpen.set(true)
    }
    // The dialog gives the focus back where it was before the field can have it.
    setTimeout(() => intoSight(fields[field]), 60)
  }
  return (
    <ReadyDialog
      departments={departments}
      onGo={go}
      onTemplates={() => commands.run('templates')}
      onClose={onClose}
    />
  )
}
