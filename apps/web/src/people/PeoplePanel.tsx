import { addParticipant, changeParticipant, removeItems } from '@kintsugi/board'
import type { Participant } from '@kintsugi/model'
import { Button, Checkbox, IconButton, TextField } from '@kintsugi/ui'
import { Plus, X } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'

export function PeoplePanel() {
  const { t } = useWords()
  const { board } = useSession()
  const people = useBoard((s) => s.people)
  const writable = useWritable()
  return (
    <section className="k-field" aria-label={t('panels.people.title')}>
      <h3 className="k-panel-head">
        {t('panels.people.title')} <span>{people.length || ''}</span>
      </h3>
      {people.length === 0 && <p className="k-hint">{t('panels.people.none')}</p>}
      <ul className="flex flex-col gap-3">
        {people.map((person) => (
          <Person key={person.id} person={person} disabled={!writable} />
        ))}
      </ul>
      {writable && (
        <Button
          look="quiet"
          className="self-start"
          data-testid="add-person"
          onClick={() => addParticipant(board, {})}
        >
          <Plus size={14} aria-hidden="true" />
          {t('panels.people.add')}
        </Button>
      )}
    </section>
  )
}

function Person({ person, disabled }: { person: Participant; disabled: boolean }) {
  const { t } = useWords()
  const { board } = useSession()
  const field = (name: 'name' | 'department' | 'role') => (
    <TextField
      label={t(`panels.people.${name}`)}
      hideLabel
      placeholder={t(`panels.people.${name}`)}
      value={person[name]}
      maxLength={100}
      disabled={disabled}
      onCommit={(value) => void changeParticipant(board, person.id, { [name]: value.trim() })}
    />
  )
  return (
    <li className="grid grid-cols-[1fr_1fr_auto] items-center gap-1.5">
      {field('name')}
      {field('department')}
      <IconButton
        label={t('panels.people.remove', { name: person.name || t('panels.people.unnamed') })}
        side="end"
        disabled={disabled}
        onClick={() => removeItems(board, [person.id])}
      >
        <X size={14} />
      </IconButton>
      {field('role')}
      <Checkbox
        checked={person.attended === true}
        disabled={disabled}
        onToggle={(attended) => changeParticipant(board, person.id, { attended })}
      >
        {t('panels.people.attended')}
      </Checkbox>
    </li>
  )
}
