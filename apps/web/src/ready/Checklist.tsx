import { addChecklistItem, changeChecklistItem, removeItems } from '@kintsugi/board'
import { type ChecklistItem, practiceSteps } from '@kintsugi/model'
import { Button, IconButton } from '@kintsugi/ui'
import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'

/** The board's checklist, step by step: ticked by hand, by anybody. */
export function Checklist() {
  const { t } = useWords()
  const { board } = useSession()
  const checklist = useBoard((s) => s.checklist)
  const from = useBoard((s) => s.incident.guide?.name ?? '')
  const writable = useWritable()
  const [fresh, setFresh] = useState('')
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const name = fresh.trim()
    if (name === '') return
    addChecklistItem(board, { name })
    setFresh('')
  }
  const groups = [...practiceSteps, null].flatMap((step) => {
    const items = checklist.filter((item) => item.step === step)
    return items.length === 0 ? [] : [{ step, items }]
  })
  return (
    <section data-testid="checklist">
      <h3>
        {t('ready.checklist.title')}{' '}
        {checklist.length > 0 && (
          <span>
            {checklist.filter(({ done }) => done).length}/{checklist.length}
            {from && ` · ${t('ready.checklist.from', { name: from })}`}
          </span>
        )}
      </h3>
      {checklist.length === 0 && <p className="k-hint">{t('ready.checklist.none')}</p>}
      {groups.map(({ step, items }) => (
        <div key={step ?? ''} className="k-checklist-step">
          <h4>{step ? t(`practice.stepName.${step}`) : t('ready.checklist.whole')}</h4>
          <ul>
            {items.map((item) => (
              <Point key={item.id} item={item} writable={writable} />
            ))}
          </ul>
        </div>
      ))}
      {writable && (
        <form className="k-checklist-add" onSubmit={add}>
          <input
            className="k-input"
            aria-label={t('ready.checklist.add')}
            placeholder={t('ready.checklist.add')}
            maxLength={200}
            value={fresh}
            data-testid="checklist-new"
            onChange={({ target }) => setFresh(target.value)}
          />
          <Button type="submit" disabled={fresh.trim() === ''} data-testid="checklist-add">
            <Plus size={14} aria-hidden="true" />
            {t('ready.checklist.addNow')}
          </Button>
        </form>
      )}
    </section>
  )
}

function Point({ item, writable }: { item: ChecklistItem; writable: boolean }) {
  const { t } = useWords()
  const { board } = useSession()
  return (
    <li data-done={item.done}>
      <label>
        <input
          type="checkbox"
          checked={item.done}
          disabled={!writable}
          data-testid="checklist-item"
          onChange={({ target }) => changeChecklistItem(board, item.id, { done: target.checked })}
        />
        <span>{item.name}</span>
      </label>
      {writable && (
        <IconButton
          label={t('ready.checklist.remove', { name: item.name })}
          side="end"
          onClick={() => removeItems(board, [item.id])}
        >
          <X size={13} />
        </IconButton>
      )}
    </li>
  )
}
