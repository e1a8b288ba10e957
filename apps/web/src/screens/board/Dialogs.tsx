import type { BoardSnapshot, ItemId } from '@kintsugi/model'
import { later } from '../../app/later.ts'
import { useWords } from '../../app/wordsContext.tsx'
import { useDesk, useSession } from '../../board/boardContext.tsx'
import { FinalizeDialog } from '../../finalize/FinalizeDialog.tsx'
import type { Brought } from '../../import/brought.ts'
import { ImportDialog } from '../../import/ImportDialog.tsx'
import { AsideDialog } from '../../kpt/AsideDialog.tsx'
import { KeepDialog } from '../../kpt/KeepDialog.tsx'
import type { Api } from '../../live/api.ts'
import { problemSentence } from '../problemSentence.ts'
import type { OpenDialog } from './BoardView.tsx'
import { BoardPalette } from './commands/BoardPalette.tsx'
import type { BoardCommands } from './commands/command.ts'
import { KeyList } from './commands/KeyList.tsx'
import './dialogs.css'

const ShareDialog = later(() =>
  import('../../share/ShareDialog.tsx').then(({ ShareDialog }) => ({ default: ShareDialog })),
)
const Documents = later(() =>
  import('../../documents/Documents.tsx').then(({ Documents }) => ({ default: Documents })),
)

const ReadyDialog = later(() =>
  import('./ReadyOnBoard.tsx').then(({ ReadyOnBoard }) => ({ default: ReadyOnBoard })),
)
const TemplatesOnBoard = later(() =>
  import('./TemplatesOnBoard.tsx').then(({ TemplatesOnBoard }) => ({ default: TemplatesOnBoard })),
)

export interface DialogsProps {
  open: OpenDialog
  api: Api
  commands: BoardCommands
  /** What was dropped or pasted on the board, to be imported. */
  brought: Brought | null
  onClose: () => void
}
export function Dialogs({ open, api, commands, brought, onClose }: DialogsProps) {
  const { t } = useWords()
  const desk = useDesk()
  const board = useSession()
  const explain = (error: unknown): string => problemSentence(t, error)
  switch (open) {
    case 'import':
      return (
        <ImportDialog
          brought={brought}
          explain={explain}
          onImported={(added) => showImported(board.watch.getSnapshot(), added, commands)}
          onClose={onClose}
        />
      )
    case 'finalize':
      return (
        <FinalizeDialog
          api={api}
          explain={explain}
          onClose={onClose}
          onShow={(id) => {
            onClose()
            desk.select(id)
            commands.context?.surface.reveal(id)
          }}
        />
      )
    case 'share':
      return <ShareDialog api={api} explain={explain} onClose={onClose} />
    case 'export':
    case 'report':
      return <Documents kind={open} onClose={onClose} />
    case 'ready':
      return <ReadyDialog api={api} commands={commands} onClose={onClose} />
    case 'templates':
      return <TemplatesOnBoard commands={commands} onClose={onClose} />
    case 'keeps':
      return <KeepDialog onClose={onClose} />
    case 'aside':
      return <AsideDialog onClose={onClose} />
    case 'keys':
      return <KeyList onClose={onClose} />
    case 'palette':
      return commands.context && <BoardPalette context={commands.context} onClose={onClose} />
  }
}

/** The zone in which most of an import lies; the canvas draws it first. */
function showImported(snapshot: BoardSnapshot, added: readonly ItemId[], { context }: BoardCommands): void {
  const come = new Set(added)
  const count = (items: readonly { id: ItemId }[]): number => items.filter(({ id }) => come.has(id)).length
  const zones = [
    ['timeline', count(snapshot.timeline)],
    ['causes', count(snapshot.causes)],
    ['kpt', count(snapshot.kptNotes)],
    ['actions', count(snapshot.actions)],
  ] as const
  const [most] = zones.toSorted((a, b) => b[1] - a[1])
  if (most && most[1] > 0) context?.surface.show(most[0])
}
