import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { tableRoles } from '../../../outline/tableRoles.ts'

export type OutlineColumn =
  | 'time'
  | 'event'
  | 'kind'
  | 'milestone'
  | 'role'
  | 'evidence'
  | 'certainty'
  | 'review'
  | 'action'
  | 'aim'
  | 'term'
  | 'answers'
  | 'assignee'
  | 'due'
  | 'doneWhen'
  | 'status'
  | 'more'

export interface OutlineTableProps extends ComponentProps<'table'> {
  /** The section whose heading names it. */
  name: 'timeline' | 'actions'
  columns: readonly OutlineColumn[]
  children: ReactNode
}

/** One kind of items in rows: a table to those who hear it too, however it is laid out on a phone. */
export function OutlineTable({ name, columns, children, ...handlers }: OutlineTableProps) {
  const { t } = useWords()
  return (
    <table
      {...tableRoles.table}
      className={`k-ol-table k-ol-${name}`}
      aria-labelledby={`outline-${name}-title`}
      data-rows
      {...handlers}
    >
      <thead {...tableRoles.group}>
        <tr {...tableRoles.row}>
          {columns.map((column) => (
            <th key={column} {...tableRoles.head} scope="col">
              {t(`outline.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...tableRoles.group}>{children}</tbody>
    </table>
  )
}
