import type { Action } from '@kintsugi/model'
import { formatDay } from '@kintsugi/words'
import type { ReactNode } from 'react'
import { CauseText } from './CausalList.tsx'
import { InlineText } from './RichTextView.tsx'
import type { Reading } from './reading.ts'
import { linkRel, safeHref } from './safeHref.ts'

export function ActionsTable({ reading }: { reading: Reading }): ReactNode {
  const { snapshot, t } = reading
  return (
    <table className="actions-table">
      <thead>
        <tr>
          {(['action', 'aim', 'assignee', 'due', 'status'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`reading.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {snapshot.actions.map((action) => (
          <ActionRow key={action.id} action={action} reading={reading} />
        ))}
      </tbody>
    </table>
  )
}

function ActionRow({ action, reading }: { action: Action; reading: Reading }): ReactNode {
  const { t, language } = reading
  return (
    <tr id={`action-${action.id}`} className={action.status}>
      <th scope="row">
        <InlineText text={action.text} />{' '}
        {action.permanent ? null : <span className="tag">{t('terms.actionTerm.interim')}</span>}
        <ActionFacts action={action} reading={reading} />
      </th>
      <td>
        {action.aim === null ? (
          <span className="missing">{t('reading.noAim')}</span>
        ) : (
          <span className="tag">{t(`terms.actionAim.${action.aim}`)}</span>
        )}
      </td>
      <td>{action.assignee || <span className="missing">{t('reading.nobody')}</span>}</td>
      <td className="day">
        {action.due === null ? (
          <span className="missing">{t('reading.noDue')}</span>
        ) : (
          <time dateTime={action.due}>{formatDay(action.due, language, { year: false })}</time>
        )}
      </td>
      <td className="status">{t(`terms.actionStatus.${action.status}`)}</td>
    </tr>
  )
}

function ActionFacts({ action, reading }: { action: Action; reading: Reading }): ReactNode {
  const { t } = reading
  const causes = reading.linkedFrom('answers', action.id).flatMap((id) => reading.causes.get(id) ?? [])
  const href = safeHref(action.ticket)
  return (
    <ul className="action-facts">
      {action.doneWhen === '' ? null : <li>{t('reading.doneWhen', { text: action.doneWhen })}</li>}
      {causes.length === 0 ? null : (
        <li>
          {t('reading.answers')}
          {t('reading.colon')}
          {causes.map((cause, i) => (
            <span key={cause.id}>
              {i > 0 ? t('reading.comma') : null}
              <CauseText cause={cause} reading={reading} />
            </span>
          ))}
        </li>
      )}
      {action.ticket === '' ? null : (
        <li>
          {href === undefined ? (
            action.ticket
          ) : (
            <a href={href} rel={linkRel}>
              {t('reading.ticket')}
            </a>
          )}
        </li>
      )}
    </ul>
  )
}
