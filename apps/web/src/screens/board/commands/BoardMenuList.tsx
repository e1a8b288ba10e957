import { Menu } from '@kintsugi/ui/overlays'
import type { RefObject } from 'react'
import type { CommandContext, CommandGroup } from './command.ts'
import { menuOf } from './menu.tsx'

/** What is nowhere else on the screen comes first: documents and the meeting; to make, edit and look there are tools. */
const order: readonly CommandGroup[] = ['document', 'meeting', 'make', 'edit', 'move', 'app']

/** The open menu of every act that means something now. */
export function BoardMenuList({
  context,
  anchor,
  onClose,
}: {
  context: CommandContext
  anchor: RefObject<HTMLButtonElement | null>
  onClose: () => void
}) {
  return (
    <Menu
      label={context.t('commands.menu')}
      anchor={anchor}
      groups={menuOf(context, '', order)}
      onClose={onClose}
    />
  )
}
