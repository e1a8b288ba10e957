import type { FreeNote } from '@kintsugi/model'
import { memo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { TextView } from '../editor/TextView.tsx'
import './notes.css'

export const FreeNoteCard = memo(function FreeNoteCard({ note }: { note: FreeNote }) {
  const { t } = useWords()
  return (
    <article className="k-card k-free" data-item={note.id} data-part="freeNotes">
      <TextView text={note.text} empty={t('board.emptyFreeNote')} lines={12} />
    </article>
  )
})
