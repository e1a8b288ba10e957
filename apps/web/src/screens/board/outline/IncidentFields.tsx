import { useWords } from '../../../app/wordsContext.tsx'
import { ImportList } from '../../../incident/ImportList.tsx'
import { IncidentPanel } from '../../../incident/IncidentPanel.tsx'
import type { Api } from '../../../live/api.ts'
import { MeetingFields } from '../../../practice/MeetingFields.tsx'
import { RulesField } from '../../../practice/RulesField.tsx'
import { problemSentence } from '../../problemSentence.ts'
import '../panel.css'

export function IncidentFields({ api }: { api: Api }) {
  const { t } = useWords()
  return (
    <IncidentPanel
      meeting={<MeetingFields />}
      rules={<RulesField />}
      people={null}
      imports={<ImportList api={api} explain={(error) => problemSentence(t, error)} />}
    />
  )
}
