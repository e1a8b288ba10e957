import type { Api } from '../../live/api.ts'
import type { OpenDialog } from './BoardView.tsx'
import type { BoardCommands } from './useCommands.ts'

export function Dialogs(_: { open: OpenDialog; api: Api; commands: BoardCommands; onClose: () => void }) {
  return null
}
