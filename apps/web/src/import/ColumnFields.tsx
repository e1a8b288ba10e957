import { type ColumnMapping, type ColumnRole, type Columns, columnRoles } from '@kintsugi/exchange/columns'
import { Select } from '@kintsugi/ui/overlays'
import { useWords } from '../app/wordsContext.tsx'

export interface ColumnFieldsProps {
  columns: Columns
  onChange: (mapping: ColumnMapping) => void
}

/** What each column of a table holds. Changed here, the table is read again. */
export function ColumnFields({ columns, onChange }: ColumnFieldsProps) {
  const { t } = useWords()
  const { headers, mapping, rows } = columns
  const roleOf = (column: number): ColumnRole | 'none' =>
    columnRoles.find((role) => mapping[role] === column) ?? 'none'
  const choices = (['none', ...columnRoles] as const).map((value) => ({
    value,
    label: t(`importing.columns.roles.${value}`),
  }))
  const choose = (column: number, role: ColumnRole | 'none'): void => {
    const next: ColumnMapping = { ...mapping }
    for (const other of columnRoles) if (next[other] === column) delete next[other]
    // One column has a role: the one before loses it.
    if (role !== 'none') next[role] = column
    onChange(next)
  }
  return (
    <section
      className="k-import-section"
      aria-label={t('importing.columns.title')}
      data-testid="import-columns"
    >
      <h3 className="k-label">{t('importing.columns.title')}</h3>
      <p className="k-hint">{t('importing.columns.about')}</p>
      <ul className="k-import-columns">
        {headers.map((header, column) => {
          const name = header || t('importing.columns.column', { n: column + 1 })
          const sample = rows.map((row) => row[column] ?? '').find((cell) => cell !== '')
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <li key={column}>
              <Select
                label={name}
                choices={choices}
                value={roleOf(column)}
                onChoose={(role) => choose(column, role)}
                testId={`import-column-${column}`}
              />
              <p className="k-hint truncate">
                {sample !== undefined && t('importing.columns.sample', { text: sample })}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
