import { changeAction, linkItems, unlinkItems } from '@kintsugi/board'
import { type Action, actionAims, actionPriorities, actionStatuses, plainTextOf } from '@kintsugi/model'
import { Checkbox, ChoiceChips, DayInput, TextField } from '@kintsugi/ui'
import type { ReactNode } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { linksOf } from '../board/readings.ts'
import { RichField } from '../editor/RichField.tsx'

export interface ActionPanelProps {
  action: Action
  links: ReactNode
}
export function ActionPanel(props: ActionPanelProps) {
  const { t } = useWords()
  const disabled = !useWritable()
  const { action } = props
  return (
    <>
      <RichField
        key={action.id}
        label={t('panels.text')}
        text={{ part: 'actions', id: action.id, field: 'text' }}
        value={action.text}
        placeholder={t('panels.writeHere')}
        disabled={disabled}
      />
      <ActionFacts {...props} />
    </>
  )
}

/** Everything about it but its text, which may stand elsewhere. */
export function ActionFacts({ action, links }: ActionPanelProps) {
  const { t } = useWords()
  const { board } = useSession()
  const disabled = !useWritable()
  const change = (patch: Parameters<typeof changeAction>[2]): void => {
    changeAction(board, action.id, patch)
  }
  const text = (field: 'assignee' | 'doneWhen' | 'ticket', hint?: string, rows?: number) => (
    <TextField
      key={`${action.id} ${field}`}
      label={t(`panels.action.${field}`)}
      {...(hint ? { hint } : {})}
      {...(rows ? { rows } : {})}
      value={action[field]}
      maxLength={field === 'assignee' ? 100 : 1000}
      disabled={disabled}
      testId={`action-${field}`}
      onCommit={(value) => void change({ [field]: value.trim() })}
    />
  )
  return (
    <>
      <ChoiceChips
        label={t('panels.action.aim')}
        clearable
        disabled={disabled}
        value={action.aim}
        choices={actionAims.map((value) => ({ value, label: t(`terms.actionAim.${value}`) }))}
        onChoose={(aim) => change({ aim })}
      />
      {action.aim && <p className="k-hint -mt-1.5">{t(`panels.action.aimHint.${action.aim}`)}</p>}
      <CausesAnswered action={action} disabled={disabled} />
      <div className="grid grid-cols-2 gap-2">
        {text('assignee')}
        <label className="k-field">
          <span className="k-label">{t('panels.action.due')}</span>
          <DayInput
            className="k-input"
            value={action.due ?? ''}
            disabled={disabled}
            data-testid="action-due"
            onCommit={(due) => change({ due: due || null })}
          />
        </label>
      </div>
      <ChoiceChips
        label={t('panels.action.status')}
        disabled={disabled}
        value={action.status}
        choices={actionStatuses.map((value) => ({ value, label: t(`terms.actionStatus.${value}`) }))}
        onChoose={(status) => status && change({ status })}
      />
      <ChoiceChips
        label={t('panels.action.term')}
        disabled={disabled}
        value={action.permanent ? 'permanent' : 'interim'}
        choices={(['interim', 'permanent'] as const).map((value) => ({
          value,
          label: t(`terms.actionTerm.${value}`),
        }))}
        onChoose={(term) => term && change({ permanent: term === 'permanent' })}
      />
      {text('doneWhen', t('panels.action.doneWhenHint'), 2)}
      {text('ticket')}
      <ChoiceChips
        label={t('panels.action.priority')}
        clearable
        disabled={disabled}
        value={action.priority}
        choices={actionPriorities.map((value) => ({ value, label: t(`terms.actionPriority.${value}`) }))}
        onChoose={(priority) => change({ priority })}
      />
      {links}
    </>
  )
}

/** Which cracks this action mends: the heart of an action, so all causes are in sight. */
function CausesAnswered({ action, disabled }: { action: Action; disabled: boolean }) {
  const { t } = useWords()
  const { board } = useSession()
  const causes = useBoard((s) => s.causes)
  const links = useBoard((s) => linksOf(s, action.id))
  const answered = new Set(links.filter((l) => l.kind === 'answers' && l.from === action.id).map((l) => l.to))
  const answerable = causes.filter((cause) => cause.kind !== 'impact' && cause.certainty !== 'refuted')
  return (
    <fieldset className="k-field" disabled={disabled}>
      <legend className="k-label mb-1">{t('panels.action.answers')}</legend>
      {answerable.length === 0 && <p className="k-hint">{t('panels.action.noCauses')}</p>}
      <div className="k-checklist">
        {answerable.map((cause) => (
          <Checkbox
            key={cause.id}
            checked={answered.has(cause.id)}
            disabled={disabled}
            onToggle={(on) => {
              const link = { kind: 'answers' as const, from: action.id, to: cause.id }
              if (on) linkItems(board, link)
              else unlinkItems(board, link)
            }}
          >
            {plainTextOf(cause.text) || t('board.untitledCause')}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
