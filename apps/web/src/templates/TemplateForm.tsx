import { departmentLimits, promptedTexts, severities } from '@kintsugi/model'
import { type TemplateContent, templateLimits } from '@kintsugi/model/templates'
import { useId } from 'react'
import { listedIn } from '../app/listed.ts'
import { useWords } from '../app/wordsContext.tsx'
import { ChecklistFields } from './ChecklistFields.tsx'

const lengths = [15, 30, 45, 60, 90, 120, 180]

export interface TemplateFormProps {
  value: TemplateContent
  onChange: (value: TemplateContent) => void
  /** Said at the name, where it is missing. */
  nameMissing: boolean
}

/** Everything a template says, each at once in the preview beside it. */
export function TemplateForm({ value, onChange, nameMissing }: TemplateFormProps) {
  const { t } = useWords()
  const change = (patch: Partial<TemplateContent>): void => onChange({ ...value, ...patch })
  const { meetingMinutes: minutes } = value
  const offered =
    minutes === null || lengths.includes(minutes) ? lengths : [...lengths, minutes].sort((a, b) => a - b)
  return (
    <div className="k-template-form" data-testid="template-form">
      <Written
        label={t('templates.form.name')}
        value={value.name}
        most={templateLimits.nameLength}
        testId="template-name"
        hint={nameMissing ? t('templates.form.nameMissing') : undefined}
        wrong={nameMissing}
        autoFocus
        onChange={(name) => change({ name })}
      />
      <Written
        label={t('templates.form.about')}
        value={value.about}
        most={templateLimits.aboutLength}
        rows={2}
        onChange={(about) => change({ about })}
      />
      <fieldset className="k-field">
        <legend className="k-label mb-1">{t('templates.form.severities')}</legend>
        <div className="flex flex-wrap gap-1.5">
          {severities.map((severity) => {
            const chosen = value.severities.includes(severity)
            return (
              <button
                key={severity}
                type="button"
                className="k-chip"
                aria-pressed={chosen}
                onClick={() =>
                  change({
                    severities: severities.filter((each) =>
                      each === severity ? !chosen : value.severities.includes(each),
                    ),
                  })
                }
              >
                {t(`terms.severity.${severity}`)}
              </button>
            )
          })}
        </div>
      </fieldset>
      <div className="k-template-pair">
        <Written
          label={t('templates.form.team')}
          value={value.team}
          most={templateLimits.nameLength}
          placeholder={t('templates.form.teamHint')}
          testId="template-team"
          onChange={(team) => change({ team })}
        />
        <label className="k-field">
          <span className="k-label">{t('templates.form.minutes')}</span>
          <select
            className="k-input"
            value={minutes ?? ''}
            onChange={({ target }) =>
              change({ meetingMinutes: target.value === '' ? null : Number(target.value) })
            }
          >
            <option value="">{t('templates.usualMinutes')}</option>
            {offered.map((count) => (
              <option key={count} value={count}>
                {t('templates.minutes', { count })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ChecklistFields value={value.checklist} onChange={(checklist) => change({ checklist })} />
      <Departments value={value.departments} onChange={(departments) => change({ departments })} />
      <Written
        label={t('templates.form.groundRules')}
        hint={t('templates.form.groundRulesHint')}
        value={value.groundRules}
        most={templateLimits.groundRulesLength}
        rows={4}
        testId="template-rules"
        onChange={(groundRules) => change({ groundRules })}
      />
      {promptedTexts.map((text) => (
        <Written
          key={text}
          label={t(`templates.form.${text}`)}
          value={value.prompts[text]}
          most={templateLimits.promptLength}
          rows={2}
          onChange={(prompt) => change({ prompts: { ...value.prompts, [text]: prompt } })}
        />
      ))}
    </div>
  )
}

/** Commas are the person's own while they type; what stands between them are the departments. */
function Departments({
  value,
  onChange,
}: {
  value: readonly string[]
  onChange: (departments: string[]) => void
}) {
  const { t } = useWords()
  const namesIn = (typed: string): string[] =>
    listedIn(typed)
      .map((name) => name.slice(0, departmentLimits.nameLength))
      .slice(0, templateLimits.departments)
  return (
    <Written
      label={t('templates.form.departments')}
      hint={t('templates.form.departmentsHint')}
      start={value.join(t('reading.comma'))}
      most={3000}
      testId="template-departments"
      onChange={(typed) => onChange(namesIn(typed))}
    />
  )
}

interface WrittenProps {
  label: string
  /** What it says; with `start` instead, the field keeps what was typed itself. */
  value?: string
  start?: string
  most: number
  rows?: number
  hint?: string | undefined
  wrong?: boolean
  placeholder?: string
  testId?: string
  autoFocus?: boolean
  onChange: (value: string) => void
}
function Written({
  label,
  value,
  start,
  most,
  rows,
  hint,
  wrong = false,
  testId,
  onChange,
  ...rest
}: WrittenProps) {
  const id = useId()
  const shared = {
    id,
    className: 'k-input',
    ...(start === undefined ? { value } : { defaultValue: start }),
    maxLength: most,
    placeholder: rest.placeholder,
    autoComplete: 'off',
    'aria-invalid': wrong || undefined,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    'data-testid': testId,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <div className="k-field">
      <label htmlFor={id} className="k-label">
        {label}
      </label>
      {rows === undefined ? (
        // biome-ignore lint/a11y/noAutofocus: the form was asked for, and begins here
        <input type="text" autoFocus={rest.autoFocus} {...shared} />
      ) : (
        <textarea rows={rows} {...shared} />
      )}
      {hint && (
        <p id={`${id}-hint`} className="k-hint" data-look={wrong ? 'alarm' : undefined}>
          {hint}
        </p>
      )}
    </div>
  )
}
