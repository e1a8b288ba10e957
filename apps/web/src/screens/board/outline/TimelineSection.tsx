import { Button } from '@kintsugi/ui'
import { Plus } from 'lucide-react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useWritable } from '../../../board/boardContext.tsx'
import { OutlineSection } from '../../../outline/OutlineSection.tsx'
import { useSteady } from '../../../outline/useSteady.ts'
import { baseOf } from '../../../timeline/entryTime.ts'
import { OutlineTable } from './OutlineTable.tsx'
import { useOutline, useTabStop } from './outlineDesk.ts'
import { TimelineRow } from './TimelineRow.tsx'
import { useHeldOrder } from './useHeldOrder.ts'
import { useInPortions } from './useInPortions.ts'

const columns = [
  'time',
  'event',
  'kind',
  'milestone',
  'role',
  'evidence',
  'certainty',
  'review',
  'more',
] as const

export function TimelineSection({ holders }: { holders: ReadonlyMap<string, string> }) {
  const { t } = useWords()
  const { acts } = useOutline()
  const writable = useWritable()
  const entries = useBoard((s) => s.timeline)
  const base = useBoard((s) => baseOf(s.timeline))
  const { held, handlers } = useHeldOrder()
  const rows = useInPortions(useSteady(entries, held))
  const stop = useTabStop(rows)
  return (
    <OutlineSection name="timeline" count={entries.length}>
      {entries.length === 0 ? (
        <p className="k-ol-empty">{t('outline.empty.timeline')}</p>
      ) : (
        <OutlineTable name="timeline" columns={columns} {...handlers}>
          {rows.map((entry) => (
            <TimelineRow
              key={entry.id}
              entry={entry}
              base={base}
              reachable={entry.id === stop}
              held={holders.get(entry.id)}
            />
          ))}
        </OutlineTable>
      )}
      {writable && (
        <Button className="k-ol-add" data-testid="outline-add-event" onClick={() => acts.create.event(null)}>
          <Plus size={15} aria-hidden="true" />
          {t('outline.add.event')}
        </Button>
      )}
    </OutlineSection>
  )
}
