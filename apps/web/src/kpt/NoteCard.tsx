import { type KptNote, plainTextOf } from '@kintsugi/model'
import { memo, Suspense } from 'react'
import { later } from '../app/later.ts'
import { useWords } from '../app/wordsContext.tsx'
import { TextView } from '../editor/TextView.tsx'
import { noteLines } from './layoutKpt.ts'
import './kpt.css'

const NoteFoot = later(() => import('./NoteFoot.tsx').then(({ NoteFoot }) => ({ default: NoteFoot })))

export const NoteCard = memo(function NoteCard({ note }: { note: KptNote }) {
  const { t } = useWords()
  return (
    <article
      className="k-card k-note"
      data-item={note.id}
      data-part="kptNotes"
      data-column={note.slot.column}
      data-blank={plainTextOf(note.text) === ''}
    >
      <TextView text={note.text} empty={t(`board.emptyNote.${note.slot.column}`)} lines={noteLines(note)} />
      <footer className="k-card-foot">
        <Suspense>
          <NoteFoot note={note} />
        </Suspense>
      </footer>
    </article>
  )
})
