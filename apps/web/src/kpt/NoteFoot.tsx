import type { BoardSnapshot, KptNote } from '@kintsugi/model'
import { ArrowRight, Link2, Recycle } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useDesk } from '../board/boardContext.tsx'
import { linksOf } from '../board/readings.ts'
import { linesOfNote, noteCard } from './layoutKpt.ts'
import { SealMark } from './SealMark.tsx'
import { VotesMark } from './VotesMark.tsx'

/** What is to say of a note below its words: whether there are more of them, who signed it, its votes, where it led. */
export function NoteFoot({ note }: { note: KptNote }) {
  const { t } = useWords()
  const desk = useDesk()
  const became = useBoard((s) => leadsTo(s, note.id))
  const isLinked = useBoard((s) => linksOf(s, note.id).some(({ kind }) => kind === 'about'))
  return (
    <>
      {linesOfNote(note) > noteCard.mostLines && (
        <button
          type="button"
          className="k-note-more nodrag"
          data-testid="note-more"
          onClick={() => {
            desk.select(note.id)
            desk.inspectorOpen.set(true)
          }}
        >
          {t('kpt.more')}
        </button>
      )}
      {note.seal === null ? note.author && <span className="truncate">{note.author}</span> : <SealMark />}
      <span className="k-note-marks">
        {note.reusable && (
          <span className="k-note-mark">
            <Recycle size={12} aria-hidden="true" />
            {t('board.reusableShort')}
          </span>
        )}
        {isLinked && (
          <span className="k-note-mark" title={t('kpt.linked')}>
            <Link2 size={12} aria-hidden="true" />
            <span className="sr-only">{t('kpt.linked')}</span>
          </span>
        )}
        {became && (
          <span className="k-note-mark">
            <ArrowRight size={12} aria-hidden="true" />
            {t(became === 'causes' ? 'board.becameCause' : 'board.becameAction')}
          </span>
        )}
        {note.groupId === null && <VotesMark id={note.id} />}
      </span>
    </>
  )
}

/** What the note has become. */
function leadsTo(snapshot: BoardSnapshot, id: string): 'causes' | 'actions' | null {
  const ends = linksOf(snapshot, id).filter(({ kind, from }) => kind === 'origin' && from === id)
  const isIn = (part: 'causes' | 'actions'): boolean =>
    ends.some(({ to }) => snapshot[part].some((item) => item.id === to))
  if (ends.length === 0) return null
  return isIn('causes') ? 'causes' : isIn('actions') ? 'actions' : null
}
