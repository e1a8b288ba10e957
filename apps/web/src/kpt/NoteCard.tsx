import { type KptNote, plainTextOf } from '@kintsugi/model'
import { ArrowRight, Recycle } from 'lucide-react'
import { memo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { linksOf } from '../board/readings.ts'
import { TextView } from '../editor/TextView.tsx'
import { noteLines } from './layoutKpt.ts'
import './kpt.css'

export const NoteCard = memo(function NoteCard({ note }: { note: KptNote }) {
  const { t } = useWords()
  const group = useBoard((s) => s.kptGroups.find((g) => g.id === note.groupId)?.name ?? '')
  const becameCause = useBoard((s) => leadsTo(s, note.id, 'causes'))
  const becameAction = useBoard((s) => leadsTo(s, note.id, 'actions'))
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
        <span className="truncate">{[note.author, group].filter(Boolean).join(' · ')}</span>
        {note.reusable && (
          <span className="k-note-mark">
            <Recycle size={12} />
            {t('board.reusableShort')}
          </span>
        )}
        {(becameCause || becameAction) && (
          <span className="k-note-mark">
            <ArrowRight size={12} />
            {t(becameCause ? 'board.becameCause' : 'board.becameAction')}
          </span>
        )}
      </footer>
    </article>
  )
})

function leadsTo(snapshot: Parameters<typeof linksOf>[0], id: string, part: 'causes' | 'actions'): boolean {
  return linksOf(snapshot, id).some(
    (link) =>
      link.kind === 'origin' && link.from === id && snapshot[part].some((item) => item.id === link.to),
  )
}
