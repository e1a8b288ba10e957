import type { ReactNode } from 'react'
import type { Reading } from './reading.ts'

/** First and last characters of a hash: enough to compare by eye, the whole stands in the appendix. */
const short = (hash: string): string => `${hash.slice(0, 4)}…${hash.slice(-4)}`
const others = ['json', 'markdown', 'previous', 'latest', 'board', 'home', 'language'] as const

/** Which revision this is, how to recognise it, and what else there is. */
export function RecordCard({ reading }: { reading: Reading }): ReactNode {
  const { revision, links, t, times, language } = reading
  const offered = others.flatMap((name) => {
    const href = links[name]
    return href === undefined ? [] : [{ name, href }]
  })
  if (revision === null && offered.length === 0) return null
  const other = language === 'ja' ? 'en' : 'ja'
  return (
    <aside className="record" aria-labelledby="record-title">
      <h2 id="record-title">{t(revision ? 'reading.record' : 'reading.formats')}</h2>
      {revision === null ? null : (
        <>
          <p>
            {t('reading.revision', { number: revision.number })}
            <br />
            <a href="#verification" className="hash">
              {t('reading.hash')} {short(revision.hash)}
            </a>
          </p>
          <p>
            {t('reading.finalizedAt', { time: times.dateAndClock(revision.finalizedAt) })}
            <br />
            {t('reading.finalizedBy', { name: revision.finalizedBy })}
            <br />
            {revision.previousHash === null
              ? t('reading.noPrevious')
              : t('reading.previous', { hash: short(revision.previousHash) })}
          </p>
        </>
      )}
      {offered.length === 0 ? null : (
        <ul className="offers">
          {offered.map(({ name, href }) => (
            <li key={name}>
              <a href={href} {...(name === 'language' ? { hrefLang: other, lang: other } : {})}>
                {t(`reading.link.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
