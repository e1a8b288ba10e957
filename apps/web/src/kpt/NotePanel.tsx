import {
  actionFromNote,
  causeFromNote,
  changeKptGroup,
  changeKptNote,
  moveKptNote,
  ungroupKptNotes,
} from '@kintsugi/board'
import { type KptNote, kptColumns } from '@kintsugi/model'
import { Button, Checkbox, ChoiceChips, CrackIcon, TextField } from '@kintsugi/ui'
import { SquareCheck, Ungroup } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useDesk, useSession, useWritable } from '../board/boardContext.tsx'
import { RichField } from '../editor/RichField.tsx'

export function NotePanel({ note, links }: { note: KptNote; links: ReactNode }) {
  const { t } = useWords()
  const { board } = useSession()
  const desk = useDesk()
  const disabled = !useWritable()
  const group = useBoard((s) => s.kptGroups.find(({ id }) => id === note.groupId))
  const become = (make: typeof actionFromNote): void => {
    const id = make(board, note.id)
    if (id !== undefined) desk.select(id)
  }
  return (
    <>
      <RichField
        key={note.id}
        label={t('panels.text')}
        text={{ part: 'kptNotes', id: note.id, field: 'text' }}
        value={note.text}
        placeholder={t('panels.writeHere')}
        disabled={disabled}
      />
      <ChoiceChips
        label={t('panels.note.column')}
        disabled={disabled}
        value={note.slot.column}
        choices={kptColumns.map((value) => ({ value, label: t(`terms.kptColumn.${value}`) }))}
        onChoose={(column) => column && moveKptNote(board, note.id, { column })}
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
      {group && (
        <>
          <TextField
            key={group.id}
            label={t('panels.note.group')}
            hint={t('panels.note.groupHint')}
            value={group.name}
            maxLength={200}
            disabled={disabled}
            onCommit={(name) => void changeKptGroup(board, group.id, { name: name.trim() })}
          />
          {!disabled && (
            <Button look="quiet" className="self-start" onClick={() => ungroupKptNotes(board, group.id)}>
              <Ungroup size={14} aria-hidden="true" />
              {t('panels.note.ungroup')}
            </Button>
          )}
        </>
      )}
      <TextField
        key={`${note.id} author`}
        label={t('panels.note.author')}
        hint={t('panels.note.authorHint')}
        value={note.author ?? ''}
        maxLength={100}
        disabled={disabled}
        onCommit={(author) => void changeKptNote(board, note.id, { author: author.trim() || null })}
      />
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
