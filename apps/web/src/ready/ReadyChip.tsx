import { readyCheck } from '@kintsugi/analysis'
import type { Department, PracticeStep } from '@kintsugi/model'
import { ClipboardCheck, ListTodo } from 'lucide-react'
import { useMemo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import './ready.css'

export interface ReadyChipProps {
  departments: readonly Department[]
  onOpen: () => void
}

/** How much of the preparation is in place; leads to what is missing. */
export function ReadyChip({ departments, onOpen }: ReadyChipProps) {
  const { t } = useWords()
  const snapshot = useBoard((s) => s)
  const points = useMemo(() => readyCheck(snapshot, { departments }), [snapshot, departments])
  const args = { count: points.filter(({ missing }) => !missing).length, total: points.length }
  return (
    <button
      type="button"
      className="k-bar-chip k-ready-chip"
      aria-haspopup="dialog"
      data-tip={t('ready.title')}
      data-tip-side="end"
      data-done={args.count === args.total}
      data-testid="ready-chip"
      onClick={onOpen}
    >
      <ClipboardCheck size={15} aria-hidden="true" />
      <span aria-hidden="true">{t('ready.chipShort', args)}</span>
      <span className="sr-only">{t('ready.chip', args)}</span>
    </button>
  )
}

/** How far the checklist of a step is; nothing where it has none. */
export function StepChecks({ step, onOpen }: { step: PracticeStep; onOpen: () => void }) {
  const { t } = useWords()
  const checklist = useBoard((s) => s.checklist)
  const own = checklist.filter((item) => item.step === step)
  if (own.length === 0) return null
  const args = { count: own.filter(({ done }) => done).length, total: own.length }
  return (
    <button
      type="button"
      className="k-bar-chip k-step-checks"
      aria-haspopup="dialog"
      aria-label={t('ready.checklist.step', args)}
      data-tip={t('ready.checklist.step', args)}
      data-tip-side="end"
      data-testid="step-checks"
      onClick={onOpen}
    >
      <ListTodo size={14} aria-hidden="true" />
      {t('ready.checklist.title')} {args.count}/{args.total}
    </button>
  )
}
