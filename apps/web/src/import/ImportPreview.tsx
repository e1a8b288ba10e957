import type { ColumnMapping } from '@kintsugi/exchange'
import { boardParts } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { timesIn } from '@kintsugi/words'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { ColumnFields } from './ColumnFields.tsx'
import { knownFormats } from './knownFormats.ts'
import { ProblemList } from './ProblemList.tsx'
import { RowList } from './RowList.tsx'
import { type Casting, type RowStatus, rowStatuses, type Settings, type Summary } from './reader/messages.ts'
import type { Reader } from './reader/openReader.ts'
import { SpeakerFields } from './SpeakerFields.tsx'
import { decide, rowsOf, type Selection } from './selection.ts'
import { TimeSettings, type ZoneOrigin } from './TimeSettings.tsx'

export interface ImportPreviewProps {
  reader: Reader
  summary: Summary
  settings: Settings
  origin: ZoneOrigin
  selection: Selection
  casting: Readonly<Record<string, Casting>>
  explain: (problem: unknown) => string
  onSettings: (settings: Settings) => void
  onSelect: (selection: Selection) => void
  onCast: (name: string, casting: Casting) => void
}

/** What would come, row by row, and what was made of the text to get there. */
export function ImportPreview(props: ImportPreviewProps) {
  const { reader, summary, settings, origin, selection, casting, explain } = props
  const { onSettings, onSelect, onCast } = props
  const { t, language } = useWords()
  const [filter, setFilter] = useState<RowStatus | null>(null)
  const status = filter === null ? null : rowStatuses.indexOf(filter)
  const shown = useMemo(() => rowsOf(summary.statuses, status), [summary.statuses, status])
  const counts = useMemo(() => countsOf(summary), [summary])
  const format = knownFormats.find((known) => known === summary.format)
  const times = timesIn(summary.zone === '' ? 'UTC' : summary.zone, language)
  return (
    <div className="flex flex-col gap-4" data-testid="import-preview-list">
      <p className="k-import-facts" data-testid="import-format">
        <b>
          {format
            ? t(`importing.formats.${format}`)
            : t('importing.formats.other', { format: summary.format })}
        </b>
        {summary.first !== null && summary.last !== null && (
          <span>
            {t('importing.span', {
              first: times.dateAndClock(summary.first),
              last: times.dateAndClock(summary.last),
            })}
          </span>
        )}
        <span>
          {boardParts
            .flatMap((part, nth) => {
              const count = counts.parts[nth] ?? 0
              return count > 0 ? `${t(`importing.parts.${part}`)} ${count.toLocaleString(language)}` : []
            })
            .join(' · ')}
        </span>
      </p>
      <TimeSettings settings={settings} origin={origin} shown={summary.zone} onChange={onSettings} />
      {summary.columns && (
        <ColumnFields
          columns={summary.columns}
          onChange={(mapping: ColumnMapping) => onSettings({ ...settings, mapping })}
        />
      )}
      {summary.speakers.length > 0 && (
        <SpeakerFields speakers={summary.speakers} casting={casting} onChange={onCast} />
      )}
      <ProblemList reader={reader} summary={summary} explain={explain} />
      <section className="k-import-section">
        <div className="k-import-bar">
          <fieldset className="k-import-filter">
            <legend className="sr-only">{t('importing.filter.label')}</legend>
            {([null, ...rowStatuses] as const).map((one) => {
              const count = one === null ? summary.statuses.length : counts.statuses[rowStatuses.indexOf(one)]
              if (one !== null && !count) return null
              return (
                <button
                  key={one ?? 'all'}
                  type="button"
                  className="k-chip"
                  aria-pressed={filter === one}
                  data-testid={`import-filter-${one ?? 'all'}`}
                  onClick={() => setFilter(one)}
                >
                  {t(`importing.filter.${one ?? 'all'}`)} <b>{count?.toLocaleString(language)}</b>
                </button>
              )
            })}
          </fieldset>
          <Button
            look="quiet"
            data-testid="import-all"
            onClick={() => onSelect(decide(selection, shown, true))}
          >
            {t('importing.selectShown')}
          </Button>
          <Button
            look="quiet"
            data-testid="import-none"
            onClick={() => onSelect(decide(selection, shown, false))}
          >
            {t('importing.deselectShown')}
          </Button>
        </div>
        <RowsNext>
          <RowList
            reader={reader}
            summary={summary}
            shown={shown}
            selection={selection}
            casting={casting}
            explain={explain}
            onSelect={onSelect}
          />
        </RowsNext>
        <p className="k-hint" role="status" data-testid="import-selected">
          {t('importing.selected', { count: selection.count, total: summary.statuses.length })}
        </p>
        {(counts.statuses[rowStatuses.indexOf('duplicate')] ?? 0) > 0 && (
          <p className="k-hint">{t('importing.duplicateHint')}</p>
        )}
        {summary.suggested && <p className="k-hint">{t('importing.suggested')}</p>}
      </section>
    </div>
  )
}

function countsOf({ parts, statuses }: Summary): { parts: number[]; statuses: number[] } {
  const counts = { parts: boardParts.map(() => 0), statuses: rowStatuses.map(() => 0) }
  for (const part of parts) counts.parts[part] = (counts.parts[part] ?? 0) + 1
  for (const status of statuses) counts.statuses[status] = (counts.statuses[status] ?? 0) + 1
  return counts
}

/** Drawn in a turn of its own: what stands above is laid out first, and the page may answer in between. */
function RowsNext({ children }: { children: ReactNode }) {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    const timer = setTimeout(setDrawn, 20, true)
    return () => clearTimeout(timer)
  }, [])
  return drawn ? children : null
}
