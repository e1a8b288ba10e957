import { isTimeZone } from '@kintsugi/model'
import { DayInput } from '@kintsugi/ui'
import { useId, useMemo, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import type { Settings } from './reader/messages.ts'

export type ZoneOrigin = 'board' | 'device' | 'chosen'

export interface TimeSettingsProps {
  settings: Settings
  origin: ZoneOrigin
  /** The zone the times are shown in: the text's own, where it has one. */
  shown: string
  onChange: (settings: Settings) => void
}

/** What the person says of the times; the text is read again with it. */
export function TimeSettings({ settings, origin, shown, onChange }: TimeSettingsProps) {
  const { t } = useWords()
  const id = useId()
  const [listed, setListed] = useState(false)
  // Four hundred choices are drawn when somebody is about to choose.
  const zones = useMemo(() => (listed ? ['UTC', ...Intl.supportedValuesOf('timeZone')] : []), [listed])
  const [draft, setDraft] = useState<string | null>(null)
  const wrong = draft !== null && draft.trim() !== '' && !isTimeZone(draft.trim())
  const commit = (text: string): void => {
    const zone = text.trim()
    if (zone === '' || !isTimeZone(zone)) return
    setDraft(null)
    if (zone !== settings.zone) onChange({ ...settings, zone })
  }
  const fromText = shown !== '' && shown !== settings.zone
  return (
    <div className="k-import-times">
      <div className="k-field">
        <label className="k-label" htmlFor={`${id}-zone`}>
          {t('importing.zone')}
        </label>
        <input
          id={`${id}-zone`}
          className="k-input"
          list={`${id}-zones`}
          value={draft ?? settings.zone}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-zone-hint`}
          autoComplete="off"
          data-testid="import-zone"
          onFocus={() => setListed(true)}
          onChange={(event) => {
            const { value } = event.target
            setDraft(value)
            // Chosen from the list: nothing more will be typed.
            if (zones.includes(value)) commit(value)
          }}
          onBlur={(event) => commit(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget.value)}
        />
        <datalist id={`${id}-zones`}>
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <p id={`${id}-zone-hint`} className="k-hint" data-look={wrong ? 'alarm' : undefined}>
          {wrong
            ? t('importing.zoneUnknown')
            : fromText
              ? t('importing.zoneHint.text', { zone: shown })
              : t(`importing.zoneHint.${origin}`)}
        </p>
      </div>
      <div className="k-field">
        <label className="k-label" htmlFor={`${id}-date`}>
          {t('importing.date')}
        </label>
        <DayInput
          id={`${id}-date`}
          className="k-input"
          value={settings.date}
          aria-describedby={`${id}-date-hint`}
          data-testid="import-date"
          onCommit={(date) => onChange({ ...settings, date })}
        />
        <p id={`${id}-date-hint`} className="k-hint">
          {t('importing.dateHint')}
        </p>
      </div>
    </div>
  )
}
