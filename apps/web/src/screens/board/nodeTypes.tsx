import { changeAction, changeCause } from '@kintsugi/board'
import type { Action, Cause, FreeNote, KptGroup, KptNote, TimelineEntry } from '@kintsugi/model'
import type { NodeProps, NodeTypes } from '@xyflow/react'
import { createContext, Suspense, useCallback, useContext } from 'react'
import { ActionRow } from '../../actions/ActionRow.tsx'
import { actionLines } from '../../actions/layoutActions.ts'
import { later } from '../../app/later.ts'
import { useSession, useWritable } from '../../board/boardContext.tsx'
import type { ItemNode } from '../../canvas/adapter.ts'
import { CauseCard } from '../../causes/CauseCard.tsx'
import { causeLines } from '../../causes/layoutCauses.ts'
import { NoteCard } from '../../kpt/NoteCard.tsx'
import { FreeNoteCard } from '../../notes/FreeNoteCard.tsx'
import { EntryCard } from '../../timeline/EntryCard.tsx'

const GroupCard = later(() =>
  import('../../kpt/GroupCard.tsx').then(({ GroupCard }) => ({ default: GroupCard })),
)

export const PullContext = createContext<(id: string, event: React.PointerEvent) => void>(() => undefined)

function EntryNode({ data }: NodeProps<ItemNode>) {
  return <EntryCard entry={data.item as TimelineEntry} />
}
function CauseNode({ data }: NodeProps<ItemNode>) {
  const pull = useContext(PullContext)
  const cause = data.item as Cause
  return <CauseCard cause={cause} lines={causeLines(cause)} onPull={useWritable() ? pull : undefined} />
}
function NoteNode({ data }: NodeProps<ItemNode>) {
  return <NoteCard note={data.item as KptNote} />
}
function GroupNode({ data }: NodeProps<ItemNode>) {
  return (
    <Suspense>
      <GroupCard group={data.item as KptGroup} />
    </Suspense>
  )
}
function ActionNode({ data }: NodeProps<ItemNode>) {
  const { board } = useSession()
  const toggle = useCallback(
    (action: Action) => {
      changeAction(board, action.id, { status: action.status === 'done' ? 'open' : 'done' })
    },
    [board],
  )
  const action = data.item as Action
  return (
    <ActionRow
      action={action}
      lines={actionLines(action, data.width)}
      onToggle={useWritable() ? toggle : undefined}
    />
  )
}
function FreeNoteNode({ data }: NodeProps<ItemNode>) {
  return <FreeNoteCard note={data.item as FreeNote} />
}

export const nodeTypes: NodeTypes = {
  timeline: EntryNode,
  causes: CauseNode,
  kptGroups: GroupNode,
  kptNotes: NoteNode,
  actions: ActionNode,
  freeNotes: FreeNoteNode,
}

export function useToggleOperator(): (cause: Cause) => void {
  const { board } = useSession()
  return useCallback(
    (cause) => {
      changeCause(board, cause.id, { operator: cause.operator === 'or' ? 'and' : 'or' })
    },
    [board],
  )
}
