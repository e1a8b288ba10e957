import type { KptColumn } from '@kintsugi/model'
import { CircleAlert, Lightbulb, Plus, Sprout } from 'lucide-react'
import { Suspense } from 'react'
import { later } from '../app/later.ts'
import { useWords } from '../app/wordsContext.tsx'
import type { KptLayout } from './layoutKpt.ts'

const KeepLine = later(() => import('./KeepLine.tsx').then(({ KeepLine }) => ({ default: KeepLine })))

const icons = { keep: Sprout, problem: CircleAlert, try: Lightbulb } as const

export interface ColumnHeadsProps {
  layout: KptLayout
  /** Absent where the board cannot be written. */
  onAdd: ((column: KptColumn) => void) | undefined
  /** Opens what could be a Keep. */
  onPropose: () => void
}
export function ColumnHeads({ layout, onAdd, onPropose }: ColumnHeadsProps) {
  const { t, language } = useWords()
  return layout.columns.map(({ name, rect, count, bottom, top }) => {
    const Icon = icons[name]
    const second = t(`terms.kptColumn.${name}`)
    const label = language === 'ja' ? `${t(`board.kptName.${name}`)} ${second}` : second
    return (
      <div key={name}>
        <div
          className="k-column-head"
          data-column={name}
          style={{ left: rect.x, top: rect.y + 17, width: rect.width }}
        >
          <Icon size={14} strokeWidth={2} aria-hidden="true" />
          <h3>{label}</h3>
          <span className="k-column-count">{count}</span>
        </div>
        {onAdd && name === 'keep' && (
          <div className="k-keep-place" style={{ left: rect.x, top: top - 46, width: rect.width }}>
            <Suspense>
              <KeepLine onOpen={onPropose} />
            </Suspense>
          </div>
        )}
        {onAdd && (
          <button
            type="button"
            className="k-add nopan"
            data-column={name}
            data-testid={`add-${name}`}
            style={{ left: rect.x, top: bottom, width: rect.width }}
            onClick={() => onAdd(name)}
          >
            <Plus size={15} aria-hidden="true" />
            <span className="sr-only">{t('board.addTo', { part: label })}</span>
            {count === 0 && <span className="k-add-hint">{t(`board.kptHint.${name}`)}</span>}
          </button>
        )}
      </div>
    )
  })
}
