import { changeParticipant, removeItems } from '@kintsugi/board'
import { type Department, type Participant, resolveDepartment } from '@kintsugi/model'
import { IconButton, TextField } from '@kintsugi/ui'
import { timesIn } from '@kintsugi/words'
import { HandHeart, X } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession } from '../board/boardContext.tsx'

const attendances = { attended: true, absent: false, unknown: null } as const
type Attendance = keyof typeof attendances

export interface PersonRowProps {
  person: Participant
  departments: readonly Department[]
  disabled: boolean
}
export function PersonRow({ person, departments, disabled }: PersonRowProps) {
  const { t } = useWords()
  const { board } = useSession()
  const name = person.name || t('practice.people.unnamed')
  const field = (key: 'name' | 'role') => (
    <TextField
      label={t(`practice.people.${key}`)}
      hideLabel
      placeholder={t(`practice.people.${key}`)}
      value={person[key]}
      maxLength={100}
      disabled={disabled}
      testId={`person-${key}`}
      onCommit={(value) => void changeParticipant(board, person.id, { [key]: value.trim() })}
    />
  )
  const attendance: Attendance =
    person.attended === null ? 'unknown' : person.attended ? 'attended' : 'absent'
  return (
    <li className="k-person" data-testid="person">
      {field('name')}
      <DepartmentField person={person} departments={departments} disabled={disabled} />
      <IconButton
        label={t('practice.people.remove', { name })}
        side="end"
        disabled={disabled}
        onClick={() => removeItems(board, [person.id])}
      >
        <X size={14} />
      </IconButton>
      {field('role')}
      <select
        className="k-input"
        aria-label={t('practice.people.attendance', { name })}
        value={attendance}
        disabled={disabled}
        data-testid="person-attendance"
        onChange={({ target }) =>
          changeParticipant(board, person.id, { attended: attendances[target.value as Attendance] })
        }
      >
        {(Object.keys(attendances) as Attendance[]).map((each) => (
          <option key={each} value={each}>
            {t(`practice.people.${each}`)}
          </option>
        ))}
      </select>
      <Acknowledged at={person.acknowledgedAt} />
    </li>
  )
}

function Acknowledged({ at }: { at: Participant['acknowledgedAt'] }) {
  const { t, language } = useWords()
  const zone = useBoard((s) => s.incident.timeZone)
  const label =
    at === null
      ? t('practice.people.notAcknowledged')
      : t('practice.people.acknowledged', { when: timesIn(zone, language).dateAndClock(at) })
  return (
    <span
      className="k-acknowledged"
      role="img"
      aria-label={label}
      data-tip={label}
      data-tip-side="end"
      data-done={at !== null}
      data-testid="person-acknowledged"
    >
      <HandHeart size={15} aria-hidden="true" />
    </span>
  )
}

/** A name from the master list, or any other; an old name becomes the one in use, and says so. */
function DepartmentField({ person, departments, disabled }: PersonRowProps) {
  const { t } = useWords()
  const { board } = useSession()
  const [told, setTold] = useState<string | null>(null)
  const write = (department: string): void => void changeParticipant(board, person.id, { department })
  const now = resolveDepartment(departments, person.department)
  const outdated = now?.by === 'alias' ? now.department.name : null
  return (
    <div className="k-field">
      <TextField
        label={t('practice.people.department')}
        hideLabel
        placeholder={t('practice.people.department')}
        value={person.department}
        maxLength={100}
        disabled={disabled}
        list={departments.filter(({ archived }) => !archived).map(({ name }) => name)}
        testId="person-department"
        hint={told ?? undefined}
        onCommit={(typed) => {
          const meant = resolveDepartment(departments, typed)
          const name = meant?.department.name ?? typed.trim()
          setTold(meant?.by === 'alias' ? t('practice.people.resolved', { typed: typed.trim(), name }) : null)
          write(name)
          return undefined
        }}
      />
      {outdated !== null && (
        <button
          type="button"
          className="k-hint k-outdated"
          disabled={disabled}
          aria-label={t('practice.people.useNow', { name: outdated })}
          data-testid="department-outdated"
          onClick={() => write(outdated)}
        >
          {t('practice.people.nowCalled', { name: outdated })}
        </button>
      )}
    </div>
  )
}
