import { type BoardSnapshot, type KptColumn, type KptGroup, type KptNote, kptColumns } from '@kintsugi/model'
import type { ReactNode } from 'react'
import { RichTextView } from './RichTextView.tsx'
import type { Reading } from './reading.ts'

/** Keep, Problem and Try side by side; grouped notes under their group's name, where its first note stands. */
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
  const heaps = heapsOf(snapshot, column)
  return (
    <section className={column}>
      <h3>{t(`reading.kptHeading.${column}`)}</h3>
      {heaps.length === 0 ? <p className="none">{t('reading.none')}</p> : null}
      <ul>
        {heaps.map(({ group, notes }) =>
          group === null ? (
            notes.map((note) => <Note key={note.id} note={note} reading={reading} />)
          ) : (
            <li key={group.id} className="heap">
              <strong>{group.name}</strong>
              <ul>
                {notes.map((note) => (
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

/** Notes in reading order, those of one named group gathered at the first of them. */
function heapsOf(
  { kptNotes, kptGroups }: Pick<BoardSnapshot, 'kptNotes' | 'kptGroups'>,
  column: KptColumn,
): { group: KptGroup | null; notes: KptNote[] }[] {
  const named = new Map(kptGroups.filter(({ name }) => name !== '').map((group) => [group.id, group]))
  const here = kptNotes.filter(({ slot }) => slot.column === column)
  const heaps = Map.groupBy(here, (note) =>
    note.groupId !== null && named.has(note.groupId) ? note.groupId : note.id,
  )
  return [...heaps].map(([id, notes]) => ({ group: named.get(id) ?? null, notes }))
}

function Note({ note, reading: { t } }: { note: KptNote; reading: Reading }): ReactNode {
  return (
    <li>
      <RichTextView text={note.text} />
      {note.reusable ? <span className="tag">{t('reading.reusable')}</span> : null}
      {note.author === null ? null : <span className="actor">{note.author}</span>}
    </li>
  )
}
