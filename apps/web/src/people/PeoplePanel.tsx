import { departmentGaps, findings } from '@kintsugi/analysis'
import { addParticipant } from '@kintsugi/board'
import { emptySnapshot, type Participant } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { sayFinding } from '@kintsugi/words'
import { Building2, Plus } from 'lucide-react'
import { Suspense, useMemo, useState } from 'react'
import { later } from '../app/later.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import type { Api } from '../live/api.ts'
import { useDepartments } from './departments.ts'
import { PersonRow } from './PersonRow.tsx'
import './people.css'

const DepartmentsDialog = later(() =>
  import('./DepartmentsDialog.tsx').then(({ DepartmentsDialog }) => ({ default: DepartmentsDialog })),
)

export interface PeoplePanelProps {
  api: Pick<Api, 'listDepartments' | 'addDepartment' | 'changeDepartment'>
  explain: (error: unknown) => string
}

/** Who takes part: those who responded and those who were affected, each with department, attendance and the rules. */
export function PeoplePanel({ api, explain }: PeoplePanelProps) {
  const { t } = useWords()
  const { board } = useSession()
  const people = useBoard((s) => s.people)
  const writable = useWritable()
  const departments = useDepartments(api)
  const [managing, setManaging] = useState(false)
  const incident = useBoard((s) => s.incident)
  const missing = departmentGaps({ people, incident }, departments)
  return (
    <section className="k-field" aria-label={t('practice.people.title')} data-testid="people-panel">
      <h3 className="k-panel-head">
        {t('practice.people.title')} <span>{people.length || ''}</span>
      </h3>
      {people.length === 0 && <p className="k-hint">{t('practice.people.none')}</p>}
      <ul className="k-people">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} departments={departments} disabled={!writable} />
        ))}
      </ul>
      <TooFew people={people} />
      {writable && missing.length > 0 && (
        <div className="k-missing" data-testid="departments-missing">
          <span className="k-hint">{t('practice.people.missing')}</span>
          {missing.map((name) => (
            <button
              key={name}
              type="button"
              className="k-chip"
              aria-label={t('practice.people.invite', { name })}
              onClick={() => addParticipant(board, { department: name })}
            >
              <Plus size={11} aria-hidden="true" />
              {name}
            </button>
          ))}
        </div>
      )}
      <div className="flex flex-wrap gap-1">
        {writable && (
          <Button look="quiet" data-testid="add-person" onClick={() => addParticipant(board, {})}>
            <Plus size={14} aria-hidden="true" />
            {t('practice.people.add')}
          </Button>
        )}
        <Button look="quiet" data-testid="manage-departments" onClick={() => setManaging(true)}>
          <Building2 size={14} aria-hidden="true" />
          {t('practice.people.manage')}
        </Button>
      </div>
      {managing && (
        <Suspense>
          <DepartmentsDialog api={api} explain={explain} onClose={() => setManaging(false)} />
        </Suspense>
      )}
    </section>
  )
}

/** The catalogue's own words on too few departments, once somebody is listed. */
function TooFew({ people }: { people: readonly Participant[] }) {
  const { t } = useWords()
  const found = useMemo(
    () =>
      findings({ ...emptySnapshot(), people: [...people] }).find(
        ({ code }) => code === 'people.tooFewDepartments',
      ),
    [people],
  )
  if (!found || people.length === 0) return null
  const { what, why } = sayFinding(t, found)
  return (
    <p className="k-hint" data-testid="too-few-departments">
      <b>{what}</b> {why}
    </p>
  )
}
