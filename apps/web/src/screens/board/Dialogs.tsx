import { useWords } from '../../app/wordsContext.tsx'
import { useDesk } from '../../board/boardContext.tsx'
import { FinalizeDialog } from '../../finalize/FinalizeDialog.tsx'
import { ImportDialog } from '../../import/ImportDialog.tsx'
import type { Api } from '../../live/api.ts'
import { problemSentence } from '../problemSentence.ts'
import type { OpenDialog } from './BoardView.tsx'
import { KeyList } from './KeyList.tsx'
import type { BoardCommands } from './useCommands.ts'
import './dialogs.css'

export interface DialogsProps {
  open: OpenDialog
  api: Api
  commands: BoardCommands
  onClose: () => void
}
export function Dialogs({ open, api, commands, onClose }: DialogsProps) {
  const { t } = useWords()
  const desk = useDesk()
  const explain = (error: unknown): string => problemSentence(t, error)
  switch (open) {
    case 'import':
      return <ImportDialog api={api} explain={explain} onClose={onClose} />
    case 'finalize':
      return (
        <FinalizeDialog
          api={api}
          explain={explain}
          onClose={onClose}
          onShow={(id) => {
            onClose()
            desk.select(id)
            commands.reveal(id)
          }}
        />
      )
    case 'keys':
      return <KeyList onClose={onClose} />
  }
}
