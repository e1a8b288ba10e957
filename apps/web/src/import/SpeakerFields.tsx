import type { Speaker } from '@kintsugi/exchange'
import { Button, Checkbox } from '@kintsugi/ui'
import { useId, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import type { Casting } from './reader/messages.ts'

const suggestions = ['oncall', 'commander', 'scribe', 'developer', 'operations', 'support', 'bot'] as const
const shownAtFirst = 6

export interface SpeakerFieldsProps {
  speakers: readonly Speaker[]
  casting: Readonly<Record<string, Casting>>
  onChange: (name: string, casting: Casting) => void
}

/** People → roles. Who speaks in a chat is named there; the board tells what was done, and in which role. */
export function SpeakerFields({ speakers, casting, onChange }: SpeakerFieldsProps) {
  const { t } = useWords()
  const id = useId()
  const [all, setAll] = useState(false)
  const shown = all ? speakers : speakers.slice(0, shownAtFirst)
  return (
    <section
      className="k-import-section"
      aria-label={t('importing.speakers.title')}
      data-testid="import-speakers"
    >
      <h3 className="k-label">{t('importing.speakers.title')}</h3>
      <p className="k-hint">{t('importing.speakers.about')}</p>
      <ul className="k-import-speakers">
        {shown.map(({ name, messages }) => {
          const cast = casting[name] ?? { role: '', participant: false }
          return (
            <li key={name}>
              <span>
                <b>{name}</b> <small>{t('importing.speakers.messages', { count: messages })}</small>
              </span>
              <input
                className="k-input"
                list={`${id}-roles`}
                value={cast.role}
                maxLength={100}
                aria-label={t('importing.speakers.role', { name })}
                placeholder={t('importing.speakers.rolePlaceholder')}
                autoComplete="off"
                data-testid="import-role"
                onChange={(event) => onChange(name, { ...cast, role: event.target.value })}
              />
              <Checkbox
                checked={cast.participant}
                onToggle={(participant) => onChange(name, { ...cast, participant })}
              >
                <span aria-hidden="true">{t('importing.speakers.participant')}</span>
                <span className="sr-only">{t('importing.speakers.participantOf', { name })}</span>
              </Checkbox>
            </li>
          )
        })}
      </ul>
      <datalist id={`${id}-roles`}>
        {suggestions.map((role) => (
          <option key={role} value={t(`importing.speakers.suggestions.${role}`)} />
        ))}
      </datalist>
      {speakers.length > shown.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('importing.speakers.more', { count: speakers.length - shown.length })}
        </Button>
      )}
    </section>
  )
}
