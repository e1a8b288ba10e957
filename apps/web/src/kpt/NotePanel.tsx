import { actionFromNote, causeFromNote, changeKptNote, moveKptNote } from '@kintsugi/board'
import { type KptNote, kptColumns } from '@kintsugi/model'
import { Button, Checkbox, ChoiceChips, CrackIcon, TextField } from '@kintsugi/ui'
import { SquareCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useDesk, useSession, useWritable } from '../board/boardContext.tsx'
import { RichField } from '../editor/RichField.tsx'
import { TextView } from '../editor/TextView.tsx'
import { useCountFirst } from './countFirst.ts'
import { GroupChoice } from './GroupChoice.tsx'
import { GroupNameField, UngroupButton } from './GroupFields.tsx'

export interface NotePanelProps {
  note: KptNote
  links: ReactNode
  /** What its author alone, in the browser that wrote it, can do with an anonymous one. */
  own?: ReactNode
}
export function NotePanel(props: NotePanelProps) {
  const { t } = useWords()
  const disabled = !useWritable()
  const { note } = props
  return (
    <>
      {note.seal === null ? (
        <RichField
          key={note.id}
          label={t('panels.text')}
          text={{ part: 'kptNotes', id: note.id, field: 'text' }}
          value={note.text}
          placeholder={t('panels.writeHere')}
          disabled={disabled}
        />
      ) : (
        <TextView text={note.text} />
      )}
      <NoteFacts {...props} />
    </>
  )
}

/** Everything about it but its text, which may stand elsewhere. */
export function NoteFacts({ note, links, own }: NotePanelProps) {
  const { t } = useWords()
  const { board } = useSession()
  const desk = useDesk()
  const countFirst = useCountFirst()
  const disabled = !useWritable()
  const group = useBoard((s) => s.kptGroups.find(({ id }) => id === note.groupId))
  const become = (make: typeof actionFromNote): void => {
    const id = make(board, note.id)
    if (id !== undefined) desk.select(id)
  }
  return (
    <>
      {note.seal !== null && <p className="k-hint">{t('panels.note.sealed')}</p>}
      {own}
      <ChoiceChips
        label={t('panels.note.column')}
        disabled={disabled}
        value={note.slot.column}
        choices={kptColumns.map((value) => ({ value, label: t(`terms.kptColumn.${value}`) }))}
        onChoose={(column) => {
          if (!column || countFirst({ act: 'move', ids: [note.id], move: { column } })) return
          moveKptNote(board, note.id, { column })
        }}
      />
      {!disabled && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => become(causeFromNote)} data-testid="note-to-cause">
            <CrackIcon size={15} />
            {t('panels.note.toCause')}
          </Button>
          <Button onClick={() => become(actionFromNote)} data-testid="note-to-action">
            <SquareCheck size={14} aria-hidden="true" />
            {t('panels.note.toAction')}
          </Button>
        </div>
      )}
      {links}
      <GroupChoice note={note} />
      {group && (
        <>
          <GroupNameField group={group} />
          <UngroupButton group={group} />
        </>
      )}
      {note.seal === null && (
        <TextField
          key={`${note.id} author`}
          label={t('panels.note.author')}
          hint={t('panels.note.authorHint')}
          value={note.author ?? ''}
          maxLength={100}
          disabled={disabled}
          onCommit={(author) => void changeKptNote(board, note.id, { author: author.trim() || null })}
        />
      )}
      <Checkbox
        checked={note.reusable}
        disabled={disabled}
        onToggle={(reusable) => changeKptNote(board, note.id, { reusable })}
      >
        {t('panels.note.reusable')}
      </Checkbox>
    </>
  )
}
