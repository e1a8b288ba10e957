import { type PracticeStep, practiceSteps } from '@kintsugi/model'
import { type TemplateContent, templateLimits } from '@kintsugi/model/templates'
import { Button, IconButton, isComposing } from '@kintsugi/ui'
import { Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../app/wordsContext.tsx'

type Points = TemplateContent['checklist']

/** The points of a checklist, written one after the other: Enter goes on, several lines can be pasted at once. */
export function ChecklistFields({ value, onChange }: { value: Points; onChange: (points: Points) => void }) {
  const { t } = useWords()
  const list = useRef<HTMLUListElement>(null)
  const next = useRef<number | null>(null)
  useEffect(() => {
    if (next.current === null) return
    list.current?.querySelectorAll<HTMLTextAreaElement>('textarea')[next.current]?.focus()
    next.current = null
  })
  const put = (points: Points, focus?: number): void => {
    if (focus !== undefined) next.current = focus
    onChange(points.slice(0, templateLimits.checklist))
  }
  const at = (index: number, patch: Partial<Points[number]>): Points =>
    value.map((point, i) => (i === index ? { ...point, ...patch } : point))
  const full = value.length >= templateLimits.checklist
  const addBehind = (index: number): void => {
    if (full) return
    const fresh = { name: '', step: value[index]?.step ?? 'owner' }
    put(value.toSpliced(index + 1, 0, fresh), index + 1)
  }

  const onKey = (event: React.KeyboardEvent, index: number): void => {
    if (isComposing(event)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      addBehind(index)
    }
    if (event.key === 'Backspace' && value[index]?.name === '' && value.length > 1) {
      event.preventDefault()
      put(value.toSpliced(index, 1), Math.max(0, index - 1))
    }
  }
  const onPaste = (event: React.ClipboardEvent, index: number): void => {
    const lines = event.clipboardData
      .getData('text/plain')
      .split(/\r?\n/)
      .map((line) => line.replace(/^\s*(?:[-*・•]|\d+[.)]|\[[ x]\])\s*/i, '').trim())
      .filter((line) => line !== '')
    if (lines.length < 2) return
    event.preventDefault()
    const { step = null, name = '' } = value[index] ?? {}
    const fresh = lines.map((line) => ({ name: line.slice(0, templateLimits.lineLength), step }))
    const kept = name === '' ? 0 : 1
    put(value.toSpliced(index + kept, 1 - kept, ...fresh), index + kept + fresh.length - 1)
  }
  return (
    <fieldset className="k-field">
      <legend className="k-label mb-1">{t('templates.form.checklist')}</legend>
      <ul ref={list} className="k-template-points">
        {value.map((point, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: points have no id until the template is kept; they do not move
          <li key={index}>
            <select
              className="k-input"
              aria-label={t('templates.form.pointStep', { n: index + 1 })}
              value={point.step ?? ''}
              onChange={({ target }) =>
                put(at(index, { step: target.value === '' ? null : (target.value as PracticeStep) }))
              }
            >
              <option value="">{t('templates.parts.anyStep')}</option>
              {practiceSteps.map((step) => (
                <option key={step} value={step}>
                  {t(`practice.stepName.${step}`)}
                </option>
              ))}
            </select>
            <textarea
              rows={1}
              className="k-input"
              aria-label={t('templates.form.point', { n: index + 1 })}
              data-testid="template-point"
              value={point.name}
              maxLength={templateLimits.lineLength}
              onChange={({ target }) => put(at(index, { name: target.value.replace(/\n/g, ' ') }))}
              onKeyDown={(event) => onKey(event, index)}
              onPaste={(event) => onPaste(event, index)}
            />
            <IconButton
              label={t('templates.form.removePoint', { n: index + 1 })}
              side="end"
              onClick={() => put(value.toSpliced(index, 1))}
            >
              <X size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          look="quiet"
          disabled={full}
          data-testid="template-add-point"
          onClick={() => addBehind(value.length - 1)}
        >
          <Plus size={14} aria-hidden="true" />
          {t('templates.form.addPoint')}
        </Button>
        <span className="k-hint">{t('templates.form.checklistHint')}</span>
      </div>
    </fieldset>
  )
}
