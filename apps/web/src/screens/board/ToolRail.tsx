import { IconButton } from '@kintsugi/ui'
import { useSyncExternalStore } from 'react'
import { useWords } from '../../app/wordsContext.tsx'
import { useDesk, useReadable, useSession, useWritable } from '../../board/boardContext.tsx'
import type { BoardCommands } from './commands/command.ts'
import { type CommandId, commandOf, nameKeys, nameOf } from './commands/index.ts'
import { shownKey } from './commands/keys.ts'

const makes = ['note', 'event', 'cause', 'action', 'free'] as const
const travels = ['undo', 'redo'] as const

/** The acts one reaches for most, beside the canvas. */
export function ToolRail({ commands: { run, context } }: { commands: BoardCommands }) {
  const { t } = useWords()
  const { history } = useSession()
  const tool = useReadable(useDesk().tool)
  const writable = useWritable()
  // Which step would be taken back is part of the button's name.
  const next = {
    undo: useSyncExternalStore(history.subscribe, () => history.state().undo),
    redo: useSyncExternalStore(history.subscribe, () => history.state().redo),
  }

  const button = (id: CommandId, more: { pressed?: boolean; disabled?: boolean } = {}) => {
    const Icon = commandOf(id)?.icon
    const key = shownKey(id)
    return (
      <IconButton
        key={id}
        label={context ? nameOf(id, context) : t(nameKeys(id))}
        {...(key === undefined ? {} : { keys: key })}
        side="right"
        {...(more.pressed === undefined ? {} : { 'aria-pressed': more.pressed })}
        disabled={more.disabled ?? false}
        data-testid={id === 'undo' || id === 'redo' ? id : `tool-${id}`}
        onClick={() => run(id)}
      >
        {Icon && <Icon size={18} />}
      </IconButton>
    )
  }
  return (
    <nav className="k-rail" aria-label={t('board.toolsLabel')}>
      {button('select', { pressed: tool === 'select' })}
      {button('hand', { pressed: tool === 'hand' })}
      <hr />
      {makes.map((id) => button(id, { disabled: !writable }))}
      <hr />
      {travels.map((id) => button(id, { disabled: !writable || next[id] === undefined }))}
    </nav>
  )
}
