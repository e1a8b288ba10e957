import { durationNames } from '@kintsugi/analysis'
import type { ReactNode } from 'react'
import { durationFormula, durationValue } from './Figures.tsx'
import { RichTextView } from './RichTextView.tsx'
import type { Reading } from './reading.ts'

/** What supports the record: who took part, every duration with its sum, free notes, what could not be read, how to verify. */
export function Appendix({ reading }: { reading: Reading }): ReactNode {
  return (
    <>
      <Participants reading={reading} />
      <Durations reading={reading} />
      <FreeNotes reading={reading} />
      <UnreadableItems reading={reading} />
      <Verification reading={reading} />
    </>
  )
}

function Participants({ reading: { snapshot, t, times } }: { reading: Reading }): ReactNode {
  const { meetingAt } = snapshot.incident
  if (snapshot.people.length === 0 && meetingAt === null) return null
  return (
    <section>
      <h3>{t('reading.participants')}</h3>
      {meetingAt === null ? null : <p>{t('reading.meeting', { time: times.dateAndClock(meetingAt) })}</p>}
      {snapshot.people.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              {(['name', 'department', 'role', 'attended'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`reading.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {snapshot.people.map(({ id, name, department, role, attended }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{department}</td>
                <td>{role}</td>
                <td>{t(`reading.attended.${attended === null ? 'unknown' : attended ? 'yes' : 'no'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Durations({ reading }: { reading: Reading }): ReactNode {
  const { t, durations } = reading
  const byName = new Map(durations.map((duration) => [duration.name, duration]))
  // Publication lies after the record: no revision can know its own.
  const shown = durationNames
    .filter((name) => name !== 'publicationDelay')
    .flatMap((name) => byName.get(name) ?? [])
  return (
    <section>
      <h3>{t('reading.durations')}</h3>
      <table>
        <thead>
          <tr>
            {(['duration', 'value', 'formula'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`reading.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((duration) => (
            <tr key={duration.name} className={duration.ms === null ? 'unknown' : undefined}>
              <th scope="row">{t(`metrics.duration.${duration.name}`)}</th>
              <td className="number">{durationValue(reading, duration)}</td>
              <td>{durationFormula(reading, duration)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function FreeNotes({ reading: { snapshot, t } }: { reading: Reading }): ReactNode {
  if (snapshot.freeNotes.length === 0) return null
  return (
    <section>
      <h3>{t('reading.notes')}</h3>
      <ul>
        {snapshot.freeNotes.map(({ id, text }) => (
          <li key={id}>
            <RichTextView text={text} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function UnreadableItems({ reading: { snapshot, t } }: { reading: Reading }): ReactNode {
  if (snapshot.unreadable.length === 0) return null
  return (
    <section>
      <h3>{t('reading.unreadable')}</h3>
      <ul>
        {snapshot.unreadable.map(({ part, id, reason, item }) => (
          <li key={`${part} ${id}`}>
            {t('reading.unreadableWhy', { part, reason })}
            <pre>
              <code>{JSON.stringify(item, null, 2) ?? ''}</code>
            </pre>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Verification({ reading: { revision, t } }: { reading: Reading }): ReactNode {
  if (revision === null) return null
  return (
    <section id="verification">
      <h3>{t('reading.verification')}</h3>
      <p>{t('reading.verificationHow')}</p>
      <p>
        <code className="hash">{revision.hash}</code>
      </p>
      {revision.previousHash === null ? null : (
        <p>
          {t('reading.previous', { hash: '' })}
          <code className="hash">{revision.previousHash}</code>
        </p>
      )}
    </section>
  )
}
