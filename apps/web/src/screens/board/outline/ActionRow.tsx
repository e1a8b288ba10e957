import { changeAction } from '@kintsugi/board'
import { type Action, actionAims, actionStatuses, plainTextOf } from '@kintsugi/model'
import { DayInput, TextField } from '@kintsugi/ui'
import { formatDay } from '@kintsugi/words'
import { memo } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../../../board/boardContext.tsx'
import { linksOf } from '../../../board/readings.ts'
import { InlineText } from '../../../editor/InlineText.tsx'
import { CellSelect } from '../../../outline/CellSelect.tsx'
import { focusRow } from '../../../outline/rows.ts'
import { tableRoles } from '../../../outline/tableRoles.ts'
import { Cell, OutlineRow } from './OutlineRow.tsx'
import { useOutline, useRowState } from './outlineDesk.ts'
import { DetailsButton, DetailsOf, HeldMark } from './RowEnd.tsx'
import { RowLinks } from './RowLinks.tsx'

const answersOnly = ['origin to', 'origin from'] as const
const originsOnly = ['answers from', 'answers to'] as const

export interface ActionRowProps {
  action: Action
  reachable: boolean
  held: string | undefined
}
export const ActionRow = memo(function ActionRow({ action, reachable, held }: ActionRowProps) {
  const { t, language } = useWords()
  const { board } = useSession()
  const { acts } = useOutline()
  const writable = useWritable()
  const { active, writing, opened } = useRowState(action.id)
  const answers = useBoard((s) => linksOf(s, action.id).some(({ kind }) => kind === 'answers'))
  const fields = active && writable && !opened
  const text = plainTextOf(action.text) || t('outline.nothingYet')
  const change = (patch: Parameters<typeof changeAction>[2]) => void changeAction(board, action.id, patch)
  const typed = (field: 'assignee' | 'doneWhen') => (
    <TextField
      label={t(`outline.column.${field}`)}
      hideLabel
      className="k-ol-control"
      value={action[field]}
      maxLength={field === 'assignee' ? 100 : 1000}
      onCommit={(value) => change({ [field]: value.trim() })}
    />
  )
  return (
    <>
      <OutlineRow as="tr" id={action.id} part="actions" active={active} held={held}>
        <Cell name="action">
          <InlineText
            text={{ part: 'actions', id: action.id, field: 'text' }}
            value={action.text}
            empty={t('board.untitledAction')}
            name={`${t('outline.column.action')}: ${text}`}
            writing={writing}
            reachable={reachable}
            onNext={() => acts.next(action.id)}
            onLeave={() => focusRow(action.id)}
          />
          <RowLinks id={action.id} reachable={reachable && active} skip={originsOnly} />
          <HeldMark held={held} />
        </Cell>
        <Cell name="aim" blank={action.aim === null}>
          {fields ? (
            <CellSelect
              label={t('outline.column.aim')}
              value={action.aim}
              none={t('panels.notChosen')}
              choices={actionAims.map((value) => ({ value, label: t(`terms.actionAim.${value}`) }))}
              onChoose={(aim) => change({ aim })}
            />
          ) : action.aim ? (
            t(`terms.actionAim.${action.aim}`)
          ) : (
            <span className="k-ol-ask">{t('board.noAim')}</span>
          )}
        </Cell>
        <Cell name="term">
          {fields ? (
            <CellSelect
              label={t('outline.column.term')}
              value={action.permanent ? 'permanent' : 'interim'}
              choices={(['interim', 'permanent'] as const).map((value) => ({
                value,
                label: t(`terms.actionTerm.${value}`),
              }))}
              onChoose={(term) => change({ permanent: term !== 'interim' })}
            />
          ) : (
            t(`terms.actionTerm.${action.permanent ? 'permanent' : 'interim'}`)
          )}
        </Cell>
        <Cell name="answers">
          {answers ? (
            <RowLinks id={action.id} reachable={reachable && active} skip={answersOnly} />
          ) : (
            <span className="k-ol-ask">{t('outline.answersNothing')}</span>
          )}
        </Cell>
        <Cell name="assignee">
          {fields
            ? typed('assignee')
            : action.assignee || <span className="k-ol-ask">{t('board.noAssignee')}</span>}
        </Cell>
        <Cell name="due" blank={action.due === null}>
          {fields ? (
            <DayInput
              className="k-ol-control"
              aria-label={t('outline.column.due')}
              value={action.due ?? ''}
              onCommit={(due) => change({ due: due || null })}
            />
          ) : (
            action.due && formatDay(action.due, language)
          )}
        </Cell>
        <Cell name="doneWhen" blank={action.doneWhen === ''}>
          {fields ? typed('doneWhen') : action.doneWhen}
        </Cell>
        <Cell name="status">
          {fields ? (
            <CellSelect
              label={t('outline.column.status')}
              value={action.status}
              choices={actionStatuses.map((value) => ({ value, label: t(`terms.actionStatus.${value}`) }))}
              onChoose={(status) => status && change({ status })}
            />
          ) : (
            t(`terms.actionStatus.${action.status}`)
          )}
        </Cell>
        <Cell name="more">
          <DetailsButton id={action.id} opened={opened} reachable={reachable} />
        </Cell>
      </OutlineRow>
      {opened && (
        <tr {...tableRoles.row} className="k-ol-details-row">
          <td {...tableRoles.cell} colSpan={9}>
            <DetailsOf id={action.id} />
          </td>
        </tr>
      )}
    </>
  )
})
