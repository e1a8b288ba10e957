import { renderPostmortem } from '@kintsugi/reading'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Collab } from '../collab/collab.ts'
import type { Schema } from '../storage/schema.ts'
import { Attempts } from './attempts.ts'
import { ShareLinks } from './links.ts'
import { LiveReading } from './liveReading.ts'
import { ReaderCookies } from './readerCookies.ts'
import { Readings } from './readings.ts'

/** Path of the one script of a live page. */
export const liveScriptPath = '/r.js'

/** Everything behind links for reading. */
export type Share = {
  readonly links: ShareLinks
  readonly live: LiveReading
  readonly readings: Readings
  readonly cookies: ReaderCookies
  readonly attempts: Attempts
  readonly now: () => number
  /** Ends the event streams, and writes down what was counted. */
  close(): Promise<void>
}

export function openShare(parts: {
  collab: Pick<Collab, 'snapshot' | 'state' | 'present' | 'watch'>
  db: Kysely<Schema>
  newId: () => string
  log: Pick<Logger, 'warn'>
  now: () => number
}): Share {
  const { collab, db, newId, log, now } = parts
  const live = new LiveReading({
    collab,
    log,
    now,
    render: (snapshot, { version, changedAt, state }, language) =>
      renderPostmortem({
        snapshot,
        revision: null,
        language,
        links: { language: `?lang=${language === 'ja' ? 'en' : 'ja'}` },
        live: { version, changedAt, state: state === 'locked' ? 'live' : state, script: liveScriptPath },
      }),
  })
  const readings = new Readings(db, log)
  return {
    links: new ShareLinks({ db, now, newId, changed: (linkId) => live.linkChanged(linkId) }),
    live,
    readings,
    cookies: new ReaderCookies(),
    attempts: new Attempts(now),
    now,
    async close() {
      live.close()
      await readings.flush()
    },
  }
}
