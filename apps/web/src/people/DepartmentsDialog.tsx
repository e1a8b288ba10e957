import { type Department, departmentLimits } from '@kintsugi/model'
import type { DepartmentChange } from '@kintsugi/protocol'
import { Button, TextField } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { type FormEvent, useState } from 'react'
import { listedIn } from '../app/listed.ts'
import { useAsking } from '../app/useAsking.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import { departments as departmentList, keepDepartment } from './departments.ts'
import type { PeoplePanelProps } from './PeoplePanel.tsx'

/** The master list: add, rename (the old name stays as an alias), other names, archive. */
export function DepartmentsDialog({ api, explain, onClose }: PeoplePanelProps & { onClose: () => void }) {
  const { t, language } = useWords()
  const list = useReadable(departmentList)
  const { busy, trouble, ask } = useAsking(explain)
  const [fresh, setFresh] = useState('')

  const change = (id: string, what: DepartmentChange): void =>
    void ask(async () => keepDepartment(await api.changeDepartment(ensureGuest(language), id, what)))
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const name = fresh.trim()
    if (name === '' || busy) return
    void ask(async () => {
      keepDepartment(await api.addDepartment(ensureGuest(language), name))
      setFresh('')
    })
  }
  return (
    <Dialog
      title={t('practice.departments.title')}
      closeLabel={t('app.close')}
      width={560}
      onClose={onClose}
      footer={
        <Button look="ink" data-testid="departments-done" onClick={onClose}>
          {t('practice.departments.close')}
        </Button>
      }
    >
      <div className="k-departments" data-testid="departments">
        <p className="k-hint">{t('practice.departments.about')}</p>
        {list === null && <p role="status">{t('practice.departments.loading')}</p>}
        {list?.length === 0 && <p>{t('practice.departments.empty')}</p>}
        <ul>
          {list?.map((department) => (
            <Row
              key={department.id}
              department={department}
              onChange={(what) => change(department.id, what)}
            />
          ))}
        </ul>
        {trouble && (
          <p className="k-hint" data-look="alarm" role="alert" data-testid="departments-trouble">
            {trouble}
          </p>
        )}
        <form onSubmit={add}>
          <input
            className="k-input"
            aria-label={t('practice.departments.add')}
            placeholder={t('practice.departments.add')}
            maxLength={departmentLimits.nameLength}
            value={fresh}
            data-testid="department-new"
            onChange={(event) => setFresh(event.target.value)}
          />
          <Button type="submit" disabled={fresh.trim() === ''} data-testid="department-add">
            {t('practice.departments.addNow')}
          </Button>
        </form>
      </div>
    </Dialog>
  )
}

function Row({
  department,
  onChange,
}: {
  department: Department
  onChange: (what: DepartmentChange) => void
}) {
  const { t } = useWords()
  const { name, aliases, archived } = department
  return (
    <li data-archived={archived} data-testid="department">
      <TextField
        label={t('practice.departments.name', { name })}
        hideLabel
        value={name}
        maxLength={departmentLimits.nameLength}
        disabled={archived}
        testId="department-name"
        onCommit={(typed) => {
          if (typed.trim() !== '') onChange({ name: typed.trim() })
          return undefined
        }}
      />
      <Button look="quiet" onClick={() => onChange({ archived: !archived })}>
        {t(archived ? 'practice.departments.restore' : 'practice.departments.archive')}
      </Button>
      <TextField
        label={t('practice.departments.aliases')}
        hint={t('practice.departments.aliasesHint')}
        value={aliases.join(t('reading.comma'))}
        disabled={archived}
        testId="department-aliases"
        onCommit={(typed) => {
          onChange({ aliases: listedIn(typed).slice(0, departmentLimits.aliases) })
          return undefined
        }}
      />
    </li>
  )
}
