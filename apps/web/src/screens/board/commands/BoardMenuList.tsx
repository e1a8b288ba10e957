import { Menu } from '@kintsugi/ui/overlays'
import type { RefObject } from 'react'
import type { CommandContext } from './command.ts'
import { menuOf } from './menu.tsx'

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
    <Menu label={context.t('commands.menu')} anchor={anchor} groups={menuOf(context)} onClose={onClose} />
  )
}
