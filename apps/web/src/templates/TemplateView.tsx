import { practiceSteps, promptedTexts } from '@kintsugi/model'
import type { TemplateContent } from '@kintsugi/model/templates'
import { Square } from 'lucide-react'
import { keyed } from '../app/keyed.ts'
import { useWords } from '../app/wordsContext.tsx'

/** For which incidents, which team, how long: in a line. */
export function TemplateFacts({ template }: { template: TemplateContent }) {
  const { t } = useWords()
  const { severities, team, meetingMinutes } = template
  const meant =
    severities.length === 0
      ? t('templates.anySeverity')
      : severities.map((severity) => t(`terms.severity.${severity}`)).join(' · ')
  const minutes = meetingMinutes === null ? null : t('templates.minutes', { count: meetingMinutes })
  return (
    <p className="k-template-facts">
      {[meant, team, minutes].filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  )
}

/** What a board gets from a template, as it would read there. */
export function TemplateView({ template }: { template: TemplateContent }) {
  const { t } = useWords()
  const { checklist, groundRules, departments, prompts } = template
  const groups = [null, ...practiceSteps].flatMap((step) => {
    const items = checklist.filter((item) => item.step === step)
    return items.length === 0 ? [] : [{ step, items }]
  })
  const asked = promptedTexts.filter((text) => prompts[text] !== '')
  const rules = groundRules.split('\n').filter((rule) => rule.trim() !== '')
  return (
    <div className="k-template-view" data-testid="template-view">
      <section>
        <h4>
          {t('templates.parts.checklist')} <span>{checklist.length || ''}</span>
        </h4>
        {groups.length === 0 && <p className="k-hint">{t('templates.parts.none')}</p>}
        {groups.map(({ step, items }) => (
          <div key={step ?? ''} className="k-template-step">
            <h5>{step ? t(`practice.stepName.${step}`) : t('templates.parts.anyStep')}</h5>
            <ul>
              {keyed(items.map(({ name }) => name)).map(({ key, text }) => (
                <li key={key}>
                  <Square size={13} strokeWidth={1.8} aria-hidden="true" />
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <section>
        <h4>{t('templates.parts.departments')}</h4>
        {departments.length === 0 ? (
          <p className="k-hint">{t('templates.parts.none')}</p>
        ) : (
          <p className="flex flex-wrap gap-1.5">
            {keyed(departments).map(({ key, text }) => (
              <span key={key} className="k-chip">
                {text}
              </span>
            ))}
          </p>
        )}
      </section>
      <section>
        <h4>{t('templates.parts.groundRules')}</h4>
        {rules.length === 0 ? (
          <p className="k-hint">{t('templates.parts.usualRules')}</p>
        ) : (
          <ul className="k-template-rules">
            {keyed(rules).map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h4>{t('templates.parts.prompts')}</h4>
        {asked.length === 0 && <p className="k-hint">{t('templates.parts.none')}</p>}
        <dl>
          {asked.map((text) => (
            <div key={text}>
              <dt>{t(`panels.facts.${text}`)}</dt>
              <dd>{prompts[text]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
