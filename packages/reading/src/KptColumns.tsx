import { votesOf } from '@kintsugi/analysis'
import { type KptColumn, type KptHeap, type KptNote, kptColumns, kptHeaps } from '@kintsugi/model'
import type { ReactNode } from 'react'
import { LinkText, RichTextView } from './RichTextView.tsx'
import { type Reading, timeOf } from './reading.ts'

/** Keep, Problem and Try side by side; grouped notes under their group's name, at its place. */
export function KptColumns({ reading }: { reading: Reading }): ReactNode {
  return (
    <div className="kpt">
      {kptColumns.map((column) => (
        <Column key={column} column={column} reading={reading} />
      ))}
    </div>
  )
}

function Column({ column, reading }: { column: KptColumn; reading: Reading }): ReactNode {
  const { snapshot, t } = reading
  const heaps = kptHeaps(snapshot, column)
  return (
    <section className={column}>
      <h3>{t(`reading.kptHeading.${column}`)}</h3>
      {heaps.length === 0 ? <p className="none">{t('reading.none')}</p> : null}
      <ul>
        {heaps.map((heap) =>
          heap.group === null ? (
            heap.notes.map((note) => (
              <Note
                key={note.id}
                note={note}
                reading={reading}
                votes={<Votes heap={heap} reading={reading} />}
              />
            ))
          ) : (
            <li key={heap.id} className="heap">
              <strong>{heap.group.name || t('reading.unnamedGroup')}</strong>
              <Votes heap={heap} reading={reading} />
              <ul>
                {heap.notes.map((note) => (
                  <Note key={note.id} note={note} reading={reading} />
                ))}
              </ul>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

function Votes({ heap, reading: { t, votes } }: { heap: KptHeap; reading: Reading }): ReactNode {
  const count = votesOf(votes, heap)
  return count === null ? null : <span className="tag">{t('reading.votes', { count })}</span>
}

function Note({ note, reading, votes }: { note: KptNote; reading: Reading; votes?: ReactNode }): ReactNode {
  const { t } = reading
  return (
    <li>
      <RichTextView text={note.text} />
      {votes}
      {note.reusable ? <span className="tag">{t('reading.reusable')}</span> : null}
      {note.seal !== null ? (
        <span className="tag">{t('reading.anonymous')}</span>
      ) : note.author === null ? null : (
        <span className="actor">{note.author}</span>
      )}
      <NoteLinks note={note} reading={reading} />
    </li>
  )
}

/** What the note became, and what it speaks of. */
function NoteLinks({ note, reading }: { note: KptNote; reading: Reading }): ReactNode {
  const { t, causes, actions, entries } = reading
  const cause = (id: string): Mention[] => {
    const found = causes.get(id)
    return found ? [{ href: `#cause-${id}`, words: <LinkText text={found.text} /> }] : []
  }
  const action = (id: string): Mention[] => {
    const found = actions.get(id)
    return found ? [{ href: `#action-${id}`, words: <LinkText text={found.text} /> }] : []
  }
  const entry = (id: string): Mention[] => {
    const found = entries.get(id)
    if (!found) return []
    return [
      {
        href: `#entry-${id}`,
        words: (
          <>
            {timeOf(reading, found)} <LinkText text={found.text} />
          </>
        ),
      },
    ]
  }
  const lines = [
    ['became', reading.linkedFrom('origin', note.id).flatMap((id) => [...cause(id), ...action(id)])],
    ['about', reading.linkedFrom('about', note.id).flatMap((id) => [...entry(id), ...cause(id)])],
  ] as const
  return lines.map(([name, mentions]) =>
    mentions.length === 0 ? null : (
      <p key={name} className="note-links">
        {t(`reading.${name}`)}
        {t('reading.colon')}
        {mentions.map(({ href, words }, i) => (
          <span key={href}>
            {i > 0 ? t('reading.comma') : null}
            <a href={href}>{words}</a>
          </span>
        ))}
      </p>
    ),
  )
}
interface Mention {
  href: string
  words: ReactNode
}
