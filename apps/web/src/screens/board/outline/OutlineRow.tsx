import { createElement, type ReactNode } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useDesk } from '../../../board/boardContext.tsx'
import { focusRow } from '../../../outline/rows.ts'
import { tableRoles } from '../../../outline/tableRoles.ts'
import type { OutlineColumn } from './OutlineTable.tsx'

export interface OutlineRowProps {
  as: 'tr' | 'div'
  id: string
  part: string
  column?: string
  active: boolean
  held: string | undefined
  cover?: string
  children: ReactNode
}

/** A row of a table or list: it gets the attention with the focus, and a press in a cell goes on in that cell's field. */
export function OutlineRow({ as, id, part, column, active, held, cover, children }: OutlineRowProps) {
  const desk = useDesk()
  return createElement(
    as,
    {
      ...(as === 'tr' ? tableRoles.row : {}),
      className: 'k-ol-row',
      'data-row': id,
      'data-item': id,
      'data-part': part,
      'data-column': column,
      'data-cover': cover,
      'data-active': active,
      'data-held': held !== undefined,
      onFocus: (event: React.FocusEvent) => {
        // By a pointer it waits for the click: a row that became fields under the finger would take the click away.
        if (event.target.matches(':focus-visible')) desk.select(id)
      },
      onClick: (event: React.MouseEvent) => {
        const target = event.target as Element
        if (active) return
        desk.select(id)
        if (target.closest('button, a, input, select, textarea, [contenteditable]')) return
        focusRow(id, target.closest<HTMLElement>('[data-cell]')?.dataset.cell)
      },
    },
    children,
  )
}

export interface CellProps {
  name: OutlineColumn
  /** It says nothing that would be missed where there is little room. */
  blank?: boolean
  children: ReactNode
}
export function Cell({ name, blank = false, children }: CellProps) {
  const { t } = useWords()
  return (
    <td {...tableRoles.cell} data-cell={name} data-blank={blank} data-label={t(`outline.column.${name}`)}>
      {children}
    </td>
  )
}
