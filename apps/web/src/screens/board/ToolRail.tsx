import { CrackIcon, IconButton } from '@kintsugi/ui'
import { Clock, Hand, MousePointer2, Redo2, SquareCheck, StickyNote, Type, Undo2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useWords } from '../../app/wordsContext.tsx'
import { useDesk, useReadable, useSession, useWritable } from '../../board/boardContext.tsx'
import { type KeyCommand, keysOf } from '../../canvas/keyMap.ts'

const makes = [
  ['note', <StickyNote key="i" size={18} />],
  ['event', <Clock key="i" size={18} />],
  ['cause', <CrackIcon key="i" size={18} />],
  ['action', <SquareCheck key="i" size={18} />],
  ['free', <Type key="i" size={18} />],
] as const

export function ToolRail({ run }: { run: (command: KeyCommand) => void }) {
  const { t } = useWords()
  const { history } = useSession()
  const tool = useReadable(useDesk().tool)
  const writable = useWritable()
  const undo = useSyncExternalStore(history.subscribe, () => history.state().undo)
  const redo = useSyncExternalStore(history.subscribe, () => history.state().redo)
  return (
    <nav className="k-rail" aria-label={t('board.toolsLabel')}>
      <IconButton
        label={t('board.tools.select')}
        keys={keysOf.select}
        side="right"
        aria-pressed={tool === 'select'}
        onClick={() => run('select')}
      >
        <MousePointer2 size={18} />
      </IconButton>
      <IconButton
        label={t('board.tools.hand')}
        keys={keysOf.hand}
        side="right"
        aria-pressed={tool === 'hand'}
        onClick={() => run('hand')}
      >
        <Hand size={18} />
      </IconButton>
      <hr />
      {makes.map(([command, icon]) => (
        <IconButton
          key={command}
          label={t(`board.tools.${command}`)}
          keys={keysOf[command]}
          side="right"
          disabled={!writable}
          data-testid={`tool-${command}`}
          onClick={() => run(command)}
        >
          {icon}
        </IconButton>
      ))}
      <hr />
      <IconButton
        label={undo ? t('board.undoNamed', { verb: t(`board.verbs.${undo}`) }) : t('board.undo')}
        keys={keysOf.undo}
        side="right"
        disabled={!writable || undo === undefined}
        data-testid="undo"
        onClick={() => run('undo')}
      >
        <Undo2 size={17} />
      </IconButton>
      <IconButton
        label={redo ? t('board.redoNamed', { verb: t(`board.verbs.${redo}`) }) : t('board.redo')}
        keys={keysOf.redo}
        side="right"
        disabled={!writable || redo === undefined}
        data-testid="redo"
        onClick={() => run('redo')}
      >
        <Redo2 size={17} />
      </IconButton>
    </nav>
  )
}
