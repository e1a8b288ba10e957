import { Button } from '@kintsugi/ui'
import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import type { OwnNote as Note, NoteState } from './keptRound.ts'
import { OwnActs } from './OwnActs.tsx'
import { OwnText } from './OwnText.tsx'
import { useRound } from './useRound.ts'

export interface OwnNoteProps {
  roundId: string
  note: Note
  state: NoteState
  explain: (error: unknown) => string
  /** A refused note's words go back to where they were written. */
  onTakeBack?: () => void
}

/** An own note of this device, how it stands, and one's later word on it. */
export function OwnNote({ roundId, note, state, explain, onTakeBack }: OwnNoteProps) {
  const { t } = useWords()
  const { desk } = useRound()
  const [editing, setEditing] = useState(false)
  if (!desk) return null
  const isOnBoard = state === 'there' || state === 'changing'
  const change = async (text: string | null): Promise<void> => {
    try {
      await desk.change(roundId, note, text)
      setEditing(false)
      if (isOnBoard) say(t(text === null ? 'rounds.own.deletedLater' : 'rounds.own.savedLater'))
    } catch (error) {
      // The words stay in their field.
      say(explain(error), { look: 'alarm' })
    }
  }
  const words = note.change?.text ?? note.text
  const canChange = note.key !== null && state !== 'sending' && state !== 'refused' && state !== 'missing'
  return (
    <li className="k-round-note-row" data-column={note.column} data-state={state} data-testid="own-note">
      <span className="k-round-column">{t(`board.kptName.${note.column}`)}</span>
      {editing ? (
        <OwnText value={words} onSave={(text) => void change(text)} onCancel={() => setEditing(false)} />
      ) : (
        <p className="k-round-words" data-leaving={note.change?.text === null || undefined}>
          {words}
        </p>
      )}
      <p className="k-round-state" data-testid="own-note-state">
        {t(`rounds.own.state.${state}`)} {note.refused && explain(note.refused)}
      </p>
      {editing && isOnBoard && <p className="k-hint">{t('rounds.own.changeLater')}</p>}
      {!editing && (
        <div className="k-round-acts">
          {canChange && <OwnActs onEdit={() => setEditing(true)} onRemove={() => void change(null)} />}
          {state === 'sending' && (
            <Button look="quiet" data-testid="own-retry" onClick={() => desk.retry()}>
              <RotateCw size={14} aria-hidden="true" />
              {t('rounds.own.retry')}
            </Button>
          )}
          {state === 'refused' && onTakeBack && (
            <Button data-testid="own-take-back" onClick={onTakeBack}>
              {t('rounds.own.take')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
