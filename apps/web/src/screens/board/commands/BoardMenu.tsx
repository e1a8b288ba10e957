import { IconButton } from '@kintsugi/ui'
import { Menu as MenuIcon } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { later } from '../../../app/later.ts'
import { useWords } from '../../../app/wordsContext.tsx'
import type { CommandContext } from './command.ts'

const BoardMenuList = later(() =>
  import('./BoardMenuList.tsx').then(({ BoardMenuList }) => ({ default: BoardMenuList })),
)

/** Every act on this board, for those who look for it with a pointer or a finger. */
export function BoardMenu({ context }: { context: CommandContext | null }) {
  const { t } = useWords()
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton
        ref={anchor}
        label={t('commands.menu')}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={context === null}
        data-testid="board-menu"
        onClick={() => setOpen(true)}
      >
        <MenuIcon size={18} />
      </IconButton>
      {open && context && (
        <Suspense>
          <BoardMenuList context={context} anchor={anchor} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
