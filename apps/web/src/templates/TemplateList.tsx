import type { Template } from '@kintsugi/model/templates'
import { useWords } from '../app/wordsContext.tsx'
import { TemplateFacts } from './TemplateView.tsx'

export interface TemplateListProps {
  list: readonly Template[]
  chosen: string | undefined
  busy: boolean
  onChoose: (id: string) => void
  onRestore: (template: Template) => void
}

/** The built-in ones, the teams' own, and what was deleted; arrows walk through them. */
export function TemplateList({ list, chosen, busy, onChoose, onRestore }: TemplateListProps) {
  const { t } = useWords()
  const own = list.filter(({ builtIn, deleted }) => !builtIn && !deleted)
  const deleted = list.filter((template) => template.deleted)
  const walk = (event: React.KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    const cards = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.k-template-card')]
    const at = cards.findIndex((card) => card.matches(':focus'))
    const next = cards[at + step]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
    next.click()
  }
  const card = (template: Template) => (
    <li key={template.id}>
      <button
        type="button"
        className="k-template-card"
        aria-current={template.id === chosen}
        data-testid="template-card"
        onClick={() => onChoose(template.id)}
      >
        <b>{template.name}</b>
        <TemplateFacts template={template} />
      </button>
    </li>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows are one more way to the buttons in it
    <div className="k-template-list" onKeyDown={walk}>
      <h3>{t('templates.builtIn')}</h3>
      <ul>{list.filter(({ builtIn }) => builtIn).map(card)}</ul>
      <h3>
        {t('templates.own')} <span>{own.length || ''}</span>
      </h3>
      {own.length === 0 ? <p className="k-hint">{t('templates.ownNone')}</p> : <ul>{own.map(card)}</ul>}
      {deleted.length > 0 && (
        <details>
          <summary>
            {t('templates.deleted')} ({deleted.length})
          </summary>
          <ul>
            {deleted.map((template) => (
              <li key={template.id} className="k-template-deleted" data-testid="template-deleted">
                <span>{template.name}</span>
                <button type="button" className="k-chip" disabled={busy} onClick={() => onRestore(template)}>
                  {t('templates.restore')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
