import { useState } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { OwnActs } from './OwnActs.tsx'
import { OwnText } from './OwnText.tsx'
import type { OwnSignedNote } from './roundsApi.ts'
import { useRound } from './useRound.ts'

export interface OwnSignedProps {
  note: OwnSignedNote
  explain: (error: unknown) => string
}
/** An own signed note while it is hidden. */
export function OwnSigned({ note, explain }: OwnSignedProps) {
  const { t } = useWords()
  const { desk } = useRound()
  const [editing, setEditing] = useState(false)
  const change = async (text: string | null): Promise<void> => {
    try {
      await desk?.changeSigned(note.id, text)
      setEditing(false)
    } catch (error) {
      // The words stay in their field.
      say(explain(error), { look: 'alarm' })
    }
  }
  return (
    <li className="k-round-note-row" data-column={note.column} data-state="hidden" data-testid="own-note">
      <span className="k-round-column">{t(`board.kptName.${note.column}`)}</span>
      {editing ? (
        <OwnText value={note.text} onSave={(text) => void change(text)} onCancel={() => setEditing(false)} />
      ) : (
        <p className="k-round-words">{note.text}</p>
      )}
      <p className="k-round-state">
        {t('rounds.own.signed')} · {t('rounds.own.state.hidden')}
      </p>
      {!editing && (
        <div className="k-round-acts">
          <OwnActs onEdit={() => setEditing(true)} onRemove={() => void change(null)} />
        </div>
      )}
    </li>
  )
}
