import { useEffect } from 'react'
import { useWords } from '../../app/wordsContext.tsx'
import { useReadable, useSession } from '../../board/boardContext.tsx'
import type { Api } from '../../live/api.ts'
import { useDepartments } from '../../people/departments.ts'
import { PracticeBar } from '../../practice/PracticeBar.tsx'
import { invisible } from '../../presence/invisible.ts'
import { ReadyChip, StepChecks } from '../../ready/ReadyChip.tsx'
import { RoundControl } from '../../rounds/RoundControl.tsx'
import { RoundFrame } from '../../rounds/RoundFrame.tsx'
import { problemSentence } from '../problemSentence.ts'
import type { BoardCommands } from './commands/command.ts'
import { addCommands } from './commands/index.ts'
import { leadCommands } from './commands/lead.ts'
import { meetingCommands } from './commands/meeting.ts'
import { roundCommands } from './commands/round.ts'
import { selectedCommands } from './commands/selected.ts'
import { showStep } from './stepPlaces.ts'

export interface PracticeFrameProps {
  commands: BoardCommands
  api: Api
  /** Whether the incident's fields stand in a panel beside the board, or on the page as in the outline. */
  hasPanel: boolean
}
export function PracticeFrame({ commands, api, hasPanel }: PracticeFrameProps) {
  const { t } = useWords()
  const departments = useDepartments(api)
  const { presence } = useSession()
  const hidden = useReadable(invisible)
  useEffect(() => presence.tell({ hidden }), [presence, hidden])
  useEffect(
    () => addCommands({ ...selectedCommands, ...leadCommands, ...meetingCommands, ...roundCommands }),
    [],
  )
  const prepare = (): void => void commands.run('readyCheck')
  const explain = (error: unknown): string => problemSentence(t, error)
  return (
    <>
      <PracticeBar
        api={api}
        explain={explain}
        onGo={(step) => commands.context && showStep(step, commands.context)}
        ready={<ReadyChip departments={departments} onOpen={prepare} />}
        checksOf={(step) => <StepChecks step={step} onOpen={prepare} />}
        onAct={commands.run}
        canLead={hasPanel}
        round={<RoundControl api={api} explain={explain} />}
      />
      <RoundFrame explain={explain} onCanvas={hasPanel} onShow={() => commands.run('kpt')} />
    </>
  )
}
