import { type CausalBranch, causalTree } from '@kintsugi/analysis'
import type { Cause } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useWritable } from '../../../board/boardContext.tsx'
import { OutlineSection } from '../../../outline/OutlineSection.tsx'
import { useSteady } from '../../../outline/useSteady.ts'
import { CauseRow, RepeatedCause } from './CauseRow.tsx'
import { useOutline, useTabStop } from './outlineDesk.ts'
import { useHeldOrder } from './useHeldOrder.ts'
import { useInPortions } from './useInPortions.ts'

/** The causal graph as the list it is read as: below each effect its causes. */
export function CausesSection({ holders }: { holders: ReadonlyMap<string, string> }) {
  const { t } = useWords()
  const { acts } = useOutline()
  const writable = useWritable()
  const all = useBoard((s) => s.causes)
  const links = useBoard((s) => s.links)
  const { held, handlers } = useHeldOrder()
  const causes = useSteady(all, held)
  const tree = useMemo(() => causalTree({ causes: [...causes], links }), [causes, links])
  const branches = useInPortions(tree)
  const byId = useMemo(() => new Map(causes.map((cause) => [cause.id, cause])), [causes])
  const stop = useTabStop(useMemo(() => inReading(tree), [tree]))
  return (
    <OutlineSection name="causes" count={all.length}>
      {all.length === 0 && <p className="k-ol-empty">{t('outline.empty.causes')}</p>}
      <div data-rows {...handlers}>
        <Branches branches={branches} causes={byId} holders={holders} stop={stop} />
      </div>
      {writable && (
        <Button className="k-ol-add" data-testid="outline-add-cause" onClick={() => acts.create.cause(null)}>
          <Plus size={15} aria-hidden="true" />
          {t('outline.add.cause')}
        </Button>
      )}
    </OutlineSection>
  )
}

interface BranchesProps {
  branches: readonly CausalBranch[]
  causes: ReadonlyMap<string, Cause>
  holders: ReadonlyMap<string, string>
  stop: string | undefined
}
function Branches({ branches, ...rest }: BranchesProps) {
  const { t } = useWords()
  if (branches.length === 0) return null
  return (
    <ul className="k-ol-branches">
      {branches.map((branch) => {
        const cause = rest.causes.get(branch.id)
        if (!cause) return null
        if (branch.repeated)
          return (
            <li key={branch.id}>
              <RepeatedCause cause={cause} />
            </li>
          )
        return (
          <li key={branch.id}>
            <CauseRow cause={cause} reachable={rest.stop === cause.id} held={rest.holders.get(cause.id)} />
            {cause.operator === 'and' && branch.causes.length > 1 && (
              <p className="k-ol-operator">{t('outline.and')}</p>
            )}
            <Branches branches={branch.causes} {...rest} />
          </li>
        )
      })}
    </ul>
  )
}

const inReading = (branches: readonly CausalBranch[]): { id: string }[] =>
  branches.flatMap((branch) => (branch.repeated ? [] : [branch, ...inReading(branch.causes)]))
