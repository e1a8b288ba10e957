import type { Action } from '@kintsugi/model'
import { memo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { linksOf } from '../board/readings.ts'
import { TextView } from '../editor/TextView.tsx'
import './actions.css'

export interface ActionRowProps {
  action: Action
  lines: number
  /** Absent where the board cannot be written. */
  onToggle: ((action: Action) => void) | undefined
}
export const ActionRow = memo(function ActionRow({ action, lines, onToggle }: ActionRowProps) {
  const { t, language } = useWords()
  const answers = useBoard((s) => linksOf(s, action.id).some((link) => link.kind === 'answers'))
  const done = action.status === 'done'
  const gone = action.status === 'dropped'
  return (
    <article className="k-action" data-item={action.id} data-part="actions" data-status={action.status}>
      <input
        type="checkbox"
        className="k-check nodrag nopan"
        checked={done}
        aria-label={t('board.markDone')}
        disabled={!onToggle || gone}
        onChange={() => onToggle?.(action)}
        onClick={(event) => event.stopPropagation()}
      />
      <TextView text={action.text} empty={t('board.untitledAction')} lines={lines} />
      <span className="k-action-facts">
        {action.status === 'doing' && <span className="k-tag">{t('terms.actionStatus.doing')}</span>}
        {gone && <span className="k-tag">{t('terms.actionStatus.dropped')}</span>}
        {action.aim ? (
          <span className="k-tag">{t(`terms.actionAim.${action.aim}`)}</span>
        ) : (
          !gone && <span className="k-tag k-tag-ask">{t('board.noAim')}</span>
        )}
        {!answers && !gone && <span className="k-tag k-tag-ask">{t('board.noCause')}</span>}
        <span className="k-action-who" data-missing={action.assignee === ''}>
          {action.assignee || t('board.noAssignee')}
          {action.due && ` · ${shortDay(action.due, language)}`}
        </span>
      </span>
    </article>
  )
})

function shortDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'numeric', day: 'numeric' }).format(
    Date.parse(`${day}T00:00:00Z`),
  )
}
