import {
  type CreateShareLink,
  type ShareScope,
  shareDays,
  shareNameLength,
  sharePasswordLength,
} from '@kintsugi/protocol'
import { Button, ChoiceChips, TextField } from '@kintsugi/ui'
import { Select } from '@kintsugi/ui/overlays'
import { useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'

const days = [1, 7, shareDays.usual, 90, 365].map(String)

export interface LinkFormProps {
  /** Number of the latest final revision; 0 where there is none. */
  latest: number
  busy: boolean
  onMake: (wanted: CreateShareLink) => void
  onBack: () => void
}
/** What a new link shows, to whom and for how long; everything has an answer already. */
export function LinkForm({ latest, busy, onMake, onBack }: LinkFormProps) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<ShareScope>('live')
  const [revision, setRevision] = useState(String(latest))
  const [expires, setExpires] = useState(String(shareDays.usual))
  const [password, setPassword] = useState('')
  const { least, most } = sharePasswordLength
  const isTooShort = (typed: string): boolean => typed !== '' && typed.length < least
  const hint = {
    live: 'liveHint',
    latest: latest === 0 ? 'latestNone' : 'latestHint',
    revision: 'revisionHint',
  } as const
  return (
    <section className="k-link-form" aria-label={t('share.links.make')}>
      <TextField
        label={t('share.form.name')}
        placeholder={t('share.form.namePlaceholder')}
        value={name}
        maxLength={shareNameLength}
        disabled={busy}
        testId="link-name"
        onCommit={(typed) => void setName(typed.trim())}
      />
      <div className="flex flex-col gap-1">
        <ChoiceChips
          label={t('share.scope.label')}
          choices={[
            { value: 'live', label: t('share.scope.live') },
            { value: 'latest', label: t('share.scope.latest') },
            ...(latest > 0
              ? [{ value: 'revision' as const, label: t('share.scope.revision', { n: revision }) }]
              : []),
          ]}
          value={scope}
          disabled={busy}
          onChoose={(chosen) => chosen && setScope(chosen)}
        />
        <p className="k-hint">{t(`share.scope.${hint[scope]}`)}</p>
      </div>
      {scope === 'revision' && latest > 1 && (
        <Select
          label={t('share.scope.label')}
          hideLabel
          choices={Array.from({ length: latest }, (_, i) => {
            const n = String(latest - i)
            return { value: n, label: t('share.scope.revision', { n }) }
          })}
          value={revision}
          onChoose={setRevision}
        />
      )}
      <div className="k-link-form-pair">
        <Select
          label={t('share.form.expires')}
          choices={days.map((value) => ({ value, label: t('share.form.days', { count: Number(value) }) }))}
          value={expires}
          disabled={busy}
          testId="link-expires"
          onChoose={setExpires}
        />
        <TextField
          label={t('share.form.password')}
          hint={t(isTooShort(password) ? 'share.form.passwordShort' : 'share.form.passwordHint', { least })}
          value={password}
          maxLength={most}
          disabled={busy}
          testId="link-password"
          onCommit={(typed) => {
            setPassword(typed)
            return isTooShort(typed) ? t('share.form.passwordShort', { least }) : undefined
          }}
        />
      </div>
      <div className="flex justify-end gap-2">
        <Button disabled={busy} onClick={onBack}>
          {t('share.form.back')}
        </Button>
        <Button
          look="ink"
          disabled={busy}
          data-testid="make-link"
          // Never disabled for a password that is still being corrected: only leaving its field would enable it, and the
          // click that does is lost.
          onClick={() => {
            if (isTooShort(password)) return
            onMake({
              name,
              scope,
              revision: scope === 'revision' ? Number(revision) : null,
              expiresInDays: Number(expires),
              password: password === '' ? null : password,
            })
          }}
        >
          {t(busy ? 'share.form.making' : 'share.form.make')}
        </Button>
      </div>
    </section>
  )
}
