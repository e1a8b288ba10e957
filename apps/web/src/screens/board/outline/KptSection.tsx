import { type BoardSnapshot, type KptColumn, type KptGroup, type KptNote, kptColumns } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { Plus } from 'lucide-react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useWritable } from '../../../board/boardContext.tsx'
import { heapsIn, remembered } from '../../../board/readings.ts'
import { KeepLine } from '../../../kpt/KeepLine.tsx'
import { OutlineSection } from '../../../outline/OutlineSection.tsx'
import { useSteady } from '../../../outline/useSteady.ts'
import { GroupRow } from './GroupRow.tsx'
import { NoteRow } from './NoteRow.tsx'
import { useOutline, useTabStop } from './outlineDesk.ts'
import { useHeldOrder } from './useHeldOrder.ts'
import { useInPortions } from './useInPortions.ts'

type Row = KptGroup | KptNote
const isGroup = (row: Row): row is KptGroup => !('text' in row)
const rowsIn: (snapshot: BoardSnapshot) => readonly Row[] = remembered(
  (s) => [s.kptNotes, s.kptGroups],
  (s) =>
    Object.values(heapsIn(s)).flatMap((heaps) =>
      heaps.flatMap(({ group, notes }): Row[] => (group ? [group, ...notes] : [...notes])),
    ),
)

/** Keep, Problem and Try: three headed lists; a group's row stands before those of its notes. */
export function KptSection({ holders, onPropose }: KptSectionProps) {
  const all = useBoard(rowsIn)
  const count = useBoard((s) => s.kptNotes.length)
  const { held, handlers } = useHeldOrder()
  const rows = useInPortions(useSteady(all, held))
  const stop = useTabStop(rows)
  return (
    <OutlineSection name="kpt" count={count}>
      <div className="k-ol-kpt" data-rows {...handlers}>
        {kptColumns.map((column) => (
          <Column
            key={column}
            column={column}
            rows={rows.filter(({ slot }) => slot.column === column)}
            stop={stop}
            holders={holders}
            onPropose={onPropose}
          />
        ))}
      </div>
    </OutlineSection>
  )
}

interface KptSectionProps {
  holders: ReadonlyMap<string, string>
  /** Opens what could be a Keep. */
  onPropose: () => void
}
interface ColumnProps extends KptSectionProps {
  column: KptColumn
  rows: readonly Row[]
  stop: string | undefined
}
function Column({ column, rows, stop, holders, onPropose }: ColumnProps) {
  const { t } = useWords()
  const { acts } = useOutline()
  const writable = useWritable()
  const titled = `outline-kpt-${column}`
  return (
    <section className="k-ol-column" data-column={column} aria-labelledby={titled}>
      <h3 id={titled}>{t(`board.kptName.${column}`)}</h3>
      <p className="k-ol-hint">{t(`board.kptHint.${column}`)}</p>
      {writable && column === 'keep' && <KeepLine onOpen={onPropose} />}
      {rows.length === 0 ? (
        <p className="k-ol-empty">{t(`outline.empty.kpt.${column}`)}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.id} data-inside={!isGroup(row) && row.groupId !== null}>
              {isGroup(row) ? (
                <GroupRow group={row} reachable={row.id === stop} held={holders.get(row.id)} />
              ) : (
                <NoteRow note={row} reachable={row.id === stop} held={holders.get(row.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {writable && (
        <Button className="k-ol-add" data-testid={`outline-add-${column}`} onClick={() => acts.note(column)}>
          <Plus size={15} aria-hidden="true" />
          {t(`outline.add.${column}`)}
        </Button>
      )}
    </section>
  )
}
