import { Button } from '@kintsugi/ui'
import { Plus } from 'lucide-react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useWritable } from '../../../board/boardContext.tsx'
import { OutlineSection } from '../../../outline/OutlineSection.tsx'
import { useSteady } from '../../../outline/useSteady.ts'
import { ActionRow } from './ActionRow.tsx'
import { OutlineTable } from './OutlineTable.tsx'
import { useOutline, useTabStop } from './outlineDesk.ts'
import { useHeldOrder } from './useHeldOrder.ts'
import { useInPortions } from './useInPortions.ts'

const columns = ['action', 'aim', 'term', 'answers', 'assignee', 'due', 'doneWhen', 'status', 'more'] as const

export function ActionsSection({ holders }: { holders: ReadonlyMap<string, string> }) {
  const { t } = useWords()
  const { acts } = useOutline()
  const writable = useWritable()
  const all = useBoard((s) => s.actions)
  const { held, handlers } = useHeldOrder()
  const actions = useInPortions(useSteady(all, held))
  const stop = useTabStop(actions)
  return (
    <OutlineSection name="actions" count={all.length}>
      {all.length === 0 ? (
        <p className="k-ol-empty">{t('outline.empty.actions')}</p>
      ) : (
        <OutlineTable name="actions" columns={columns} {...handlers}>
          {actions.map((action) => (
            <ActionRow
              key={action.id}
              action={action}
              reachable={action.id === stop}
              held={holders.get(action.id)}
            />
          ))}
        </OutlineTable>
      )}
      {writable && (
        <Button className="k-ol-add" data-testid="outline-add-action" onClick={acts.create.action}>
          <Plus size={15} aria-hidden="true" />
          {t('outline.add.action')}
        </Button>
      )}
    </OutlineSection>
  )
}
