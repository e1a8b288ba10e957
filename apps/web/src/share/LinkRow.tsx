import { type ShareLink, shareDays } from '@kintsugi/protocol'
import { Button, Chip } from '@kintsugi/ui'
import { formatDay, timesIn } from '@kintsugi/words'
import { Lock } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export const isPast = ({ revokedAt, expiresAt }: ShareLink): boolean =>
  revokedAt !== null || Date.parse(expiresAt) <= Date.now()

export interface LinkRowProps {
  link: ShareLink
  busy: boolean
  onExtend: () => void
  onRevoke: () => void
}
/** One link: what it shows to whom, how often it was opened, and how to end it. */
export function LinkRow({ link, busy, onExtend, onRevoke }: LinkRowProps) {
  const { t, language } = useWords()
  const [sure, setSure] = useState(false)
  const day = (at: string): string => timesIn(zone, language).date(at)
  const ended =
    link.revokedAt !== null
      ? t('share.list.revoked', { day: day(link.revokedAt) })
      : t(isPast(link) ? 'share.list.ended' : 'share.list.until', { day: day(link.expiresAt) })
  const readings = t(`share.list.readings${link.readings === 0 ? '_zero' : ''}` as 'share.list.readings', {
    count: link.readings,
    day: link.lastReadOn === null ? '' : formatDay(link.lastReadOn, language),
  })
  return (
    <li className="k-link" data-past={isPast(link) || undefined} data-testid="share-link">
      <div className="k-link-head">
        <b>{link.name || t('share.list.unnamed')}</b>
        <Chip>{t(`share.scope.${link.scope}`, { n: link.revision })}</Chip>
        {link.hasPassword && (
          <Chip icon={<Lock size={12} aria-hidden="true" />}>{t('share.list.password')}</Chip>
        )}
      </div>
      <p className="k-link-facts">
        <span>{ended}</span>
        <span>{readings}</span>
        <span>{t('share.list.by', { name: link.createdBy })}</span>
      </p>
      {link.revokedAt === null && (
        <div className="k-link-acts">
          {sure ? (
            <>
              <p role="alert">{t('share.list.sure')}</p>
              <Button look="alarm" disabled={busy} data-testid="revoke-really" onClick={onRevoke}>
                {t('share.list.really')}
              </Button>
              <Button autoFocus onClick={() => setSure(false)}>
                {t('share.list.keep')}
              </Button>
            </>
          ) : (
            <>
              <Button look="quiet" disabled={busy} onClick={onExtend}>
                {t('share.list.extend', { count: shareDays.usual })}
              </Button>
              <Button look="quiet" disabled={busy} data-testid="revoke-link" onClick={() => setSure(true)}>
                {t('share.list.revoke')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}
