import { plainTextOf } from '@kintsugi/model'
import type { Language } from '@kintsugi/words'
import type { ReactNode } from 'react'
import type { Reading } from './reading.ts'
import { phrasesOf } from './textFit.ts'

/** Title and the facts one asks for first: severity, when, which services, who owns it, which revision. */
export function Masthead({ reading, isDraft }: { reading: Reading; isDraft: boolean }): ReactNode {
  const { snapshot, t, times, language, revision, base, milestones } = reading
  const { incident } = snapshot
  const from = milestones.impactStart?.at ?? base
  const to = milestones.resolved?.at ?? milestones.impactEnd?.at ?? milestones.mitigated?.at
  const when =
    from && to && Date.parse(from) <= Date.parse(to)
      ? times.span(from, to)
      : from
        ? times.dateAndClock(from)
        : null
  const facts = [
    when,
    incident.services.join(t('reading.comma')),
    incident.owner && t('reading.owner', { name: incident.owner }),
    revision &&
      t('reading.finalized', {
        number: revision.number,
        day: times.date(revision.finalizedAt, { year: false }),
      }),
  ].filter(Boolean)
  return (
    <header className="masthead">
      {isDraft ? <p className="draft">{t('reading.draft')}</p> : null}
      <h1>
        <Phrases text={incident.title || t('reading.untitled')} language={language} />
      </h1>
      <ul className="facts">
        {incident.severity ? (
          <li className={`severity ${incident.severity}`}>{t(`terms.severity.${incident.severity}`)}</li>
        ) : null}
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </header>
  )
}

/** Lines end between phrases: where the browser knows only characters, a Japanese title breaks within words. */
function Phrases({ text, language }: { text: string; language: Language }): ReactNode {
  if (language !== 'ja') return text
  return phrasesOf(text, language).map((phrase, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a phrase is its place
    <span key={i} className="phrase">
      {phrase}
    </span>
  ))
}

/** The title as the browser's tab shows it. */
export function titleOf({ snapshot, t }: Reading): string {
  return (
    snapshot.incident.title || plainTextOf(snapshot.incident.summary).slice(0, 80) || t('reading.untitled')
  )
}
