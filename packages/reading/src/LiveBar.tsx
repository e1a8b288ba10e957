import type { ReactNode } from 'react'
import type { Reading } from './reading.ts'

/** How a live page stands, over its text; a small script at `script` keeps it so, and without one the page reloads itself. */
export interface ReadLive {
  /** Changes with what can be read. */
  version: string
  /** When it last changed. */
  changedAt: string
  state: 'live' | 'final' | 'unavailable'
}
export const refreshSeconds = 20

/** The script speaks no language: what it may have to say stands in the attributes. */
export function LiveBar({ reading, live }: { reading: Reading; live: ReadLive }): ReactNode {
  const { t, times } = reading
  const time = `${times.clock(live.changedAt, { seconds: true })} ${times.zoneName(live.changedAt)}`
  const settled = live.state === 'live' ? null : t(`share.live.${live.state}`)
  return (
    <aside
      className="live-bar"
      id="live"
      aria-label={t('share.live.bar')}
      data-state={live.state}
      data-version={live.version}
      data-changed-at={live.changedAt}
      data-now={t('share.live.now', { time: '{time}' })}
      data-final={t('share.live.final')}
      data-unavailable={t('share.live.unavailable')}
      data-lost={t('share.live.lost', { time: '{time}' })}
      data-slow={t('share.live.slow', { time: '{time}' })}
      data-said={t('share.live.said')}
      data-editing-one={t('share.live.editing_one', { count: '{count}' })}
      data-editing-other={t('share.live.editing_other', { count: '{count}' })}
    >
      <p>
        <span className="live-dot" aria-hidden="true" />
        <span id="live-text">{settled ?? t('share.live.asOf', { time })}</span>
        <span id="live-editing" />
        <noscript>
          <span>{t('share.live.refreshes')}</span>
        </noscript>
      </p>
      <p id="live-said" className="live-said" role="status" />
    </aside>
  )
}
