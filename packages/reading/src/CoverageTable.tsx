import { coverageMatrix } from '@kintsugi/analysis'
import { actionAims, type ItemId } from '@kintsugi/model'
import type { ReactNode } from 'react'
import { CauseText } from './CausalList.tsx'
import type { Reading } from './reading.ts'

/** Cause × aim: what is done, what is planned, and where nothing stands. */
export function CoverageTable({ reading }: { reading: Reading }): ReactNode {
  const { snapshot, t, causes } = reading
  // Every cause that counts, so that the rows add up to the figure at the top.
  const rows = coverageMatrix(snapshot)
  if (rows.length === 0) return null
  return (
    <table className="coverage-table">
      <caption>{t('reading.coverage')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('reading.column.cause')}</th>
          {actionAims.map((aim) => (
            <th key={aim} scope="col">
              {t(`terms.actionAim.${aim}`)}
            </th>
          ))}
          <th scope="col">{t('reading.column.cover')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ causeId, cover, actions }) => {
          const cause = causes.get(causeId)
          return cause ? (
            <tr key={causeId}>
              <th scope="row">
                <CauseText cause={cause} reading={reading} />
              </th>
              {actionAims.map((aim) => (
                <td key={aim} className="mark">
                  <Mark reading={reading} actions={actions[aim]} />
                </td>
              ))}
              <td>
                <span className={`tag cover ${cover}`}>{t(`terms.cover.${cover}`)}</span>
              </td>
            </tr>
          ) : null
        })}
      </tbody>
    </table>
  )
}

function Mark({ reading, actions }: { reading: Reading; actions: readonly ItemId[] }): ReactNode {
  const done = actions.some((id) => reading.actions.get(id)?.status === 'done')
  const state = actions.length === 0 ? 'nothing' : done ? 'done' : 'planned'
  return (
    <span className={`mark ${state}`} role="img" aria-label={reading.t(`reading.${state}`)}>
      {{ nothing: '–', planned: '○', done: '●' }[state]}
    </span>
  )
}
