import { describeIncident } from '@kintsugi/board'
import { type IncidentFacts, incidentStatuses, isTimeZone, promptedTexts, severities } from '@kintsugi/model'
import { ChoiceChips, TextField } from '@kintsugi/ui'
import { type ReactNode, useMemo } from 'react'
import { listedIn } from '../app/listed.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { RichField } from '../editor/RichField.tsx'

/** What other parts of the client show between the incident's facts. */
export interface IncidentPanelProps {
  meeting: ReactNode
  rules: ReactNode
  people: ReactNode
  imports: ReactNode
}
export function IncidentPanel({ meeting, rules, people, imports }: IncidentPanelProps) {
  const { t } = useWords()
  const { board } = useSession()
  const incident = useBoard((s) => s.incident)
  const disabled = !useWritable()
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')], [])
  const describe = (patch: Partial<IncidentFacts>): undefined => {
    describeIncident(board, patch)
    return undefined
  }
  const comma = t('reading.comma')
  return (
    <>
      {/* The ground rules stand with the meeting. */}
      {promptedTexts.map((field) => (
        <RichField
          key={field}
          label={t(`panels.facts.${field}`)}
          text={{ part: 'incident', field }}
          value={incident[field]}
          placeholder={t('panels.writeHere')}
          hint={incident.guide?.prompts[field]}
          disabled={disabled}
        />
      ))}
      <ChoiceChips
        label={t('panels.facts.severity')}
        clearable
        disabled={disabled}
        value={incident.severity}
        choices={severities.map((value) => ({ value, label: t(`terms.severity.${value}`) }))}
        onChoose={(severity) => describe({ severity })}
      />
      <ChoiceChips
        label={t('panels.facts.status')}
        disabled={disabled}
        value={incident.status}
        choices={incidentStatuses.map((value) => ({ value, label: t(`terms.incidentStatus.${value}`) }))}
        onChoose={(status) => status && describe({ status })}
      />
      <TextField
        label={t('panels.facts.owner')}
        hint={t('panels.facts.ownerHint')}
        value={incident.owner}
        maxLength={100}
        disabled={disabled}
        testId="owner"
        onCommit={(owner) => describe({ owner: owner.trim() })}
      />
      <TextField
        label={t('panels.facts.services')}
        hint={t('panels.facts.servicesHint')}
        value={incident.services.join(comma)}
        disabled={disabled}
        onCommit={(typed) => describe({ services: listedIn(typed) })}
      />
      <TextField
        label={t('panels.facts.tags')}
        value={incident.tags.join(comma)}
        disabled={disabled}
        onCommit={(typed) => describe({ tags: listedIn(typed) })}
      />
      <TextField
        label={t('panels.facts.zone')}
        value={incident.timeZone}
        list={zones}
        disabled={disabled}
        testId="zone"
        onCommit={(typed) =>
          isTimeZone(typed.trim()) && typed.trim() !== ''
            ? describe({ timeZone: typed.trim() })
            : t('panels.facts.zoneWrong')
        }
      />
      {meeting}
      {people}
      {rules}
      {imports}
    </>
  )
}
