import { useMemo } from 'react'
import { laterCode } from '../../../app/later.ts'
import { go } from '../../../app/router.ts'
import { chooseTheme } from '../../../app/theme.ts'
import { allWords } from '../../../app/words.ts'
import { useWords } from '../../../app/wordsContext.tsx'
import { useDesk, useSession, useWritable } from '../../../board/boardContext.tsx'
import { useCountFirst } from '../../../kpt/countFirst.ts'
import { chooseView } from '../../../outline/view.ts'
import type { OpenDialog } from '../BoardView.tsx'
import type { BoardCommands, CommandContext, Surface } from './command.ts'
import { commandOf } from './index.ts'

const loadKpt = laterCode(() => import('./kptActs.ts'))
const kpt: CommandContext['kpt'] = (work) =>
  void Promise.all([loadKpt(), allWords()]).then(([acts]) => work(acts))
const app = { go, chooseTheme, chooseView }

/** A person's acts on what is shown now: menu, button, palette and key come here. */
export function useCommands(surface: Surface, open: (dialog: OpenDialog) => void): BoardCommands {
  const { board, history, watch } = useSession()
  const desk = useDesk()
  const writable = useWritable()
  const { t } = useWords()
  const countFirst = useCountFirst()
  return useMemo(() => {
    const context: CommandContext = {
      board,
      history,
      desk,
      snapshot: watch.getSnapshot,
      writable,
      surface,
      t,
      open,
      countFirst,
      kpt,
      app,
    }
    return {
      context,
      run(id) {
        const command = commandOf(id)
        if (!command) return false
        if (command.on !== undefined && command.on !== surface.kind) return false
        return command.writes === true && !writable ? false : command.run(context)
      },
    }
  }, [board, history, watch, desk, writable, surface, t, open, countFirst])
}
