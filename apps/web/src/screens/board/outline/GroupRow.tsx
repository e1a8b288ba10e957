import { ungroupKptNotes } from '@kintsugi/board'
import type { KptGroup } from '@kintsugi/model'
import { Group, Ungroup } from 'lucide-react'
import { memo } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useDesk, useReadable, useSession, useWritable } from '../../../board/boardContext.tsx'
import { heapIn } from '../../../board/readings.ts'
import { useCountFirst } from '../../../kpt/countFirst.ts'
import { GroupName } from '../../../kpt/GroupName.tsx'
import { VotesMark } from '../../../kpt/VotesMark.tsx'
import { focusRow } from '../../../outline/rows.ts'
import { OutlineRow } from './OutlineRow.tsx'
import { useRowState } from './outlineDesk.ts'
import { DetailsButton, DetailsOf, HeldMark } from './RowEnd.tsx'

export interface GroupRowProps {
  group: KptGroup
  reachable: boolean
  held: string | undefined
}
/** The head of a group, above the rows of its notes: its handle opens its name. */
export const GroupRow = memo(function GroupRow({ group, reachable, held }: GroupRowProps) {
  const { t } = useWords()
  const { board, watch } = useSession()
  const desk = useDesk()
  const countFirst = useCountFirst()
  const writable = useWritable()
  const { active, opened } = useRowState(group.id)
  const isNaming = useReadable(desk.naming) === group.id
  const count = useBoard((s) => heapIn(s, group.id)?.notes.length ?? 0)
  const name = group.name || t('kpt.unnamed')
  return (
    <>
      <OutlineRow
        as="div"
        id={group.id}
        part="kptGroups"
        column={group.slot.column}
        active={active}
        held={held}
      >
        <div className="k-ol-line k-ol-group" data-unnamed={group.name === ''}>
          <Group size={15} aria-hidden="true" />
          {isNaming && writable ? (
            <GroupName
              group={group}
              onDone={(byKey) => {
                desk.naming.set(null)
                if (byKey) focusRow(group.id)
              }}
            />
          ) : (
            <div className="k-inline-text">
              <strong>{name}</strong>
              <button
                type="button"
                data-handle
                tabIndex={reachable ? 0 : -1}
                aria-label={t('kpt.groupRow', { name, count })}
                onClick={() => {
                  desk.select(group.id)
                  if (writable) desk.naming.set(group.id)
                }}
              />
            </div>
          )}
          <VotesMark id={group.id} />
          {writable && (
            <button
              type="button"
              className="k-ol-more"
              tabIndex={reachable ? 0 : -1}
              data-testid="row-ungroup"
              aria-label={t('kpt.ungroup', { name })}
              title={t('panels.note.ungroup')}
              onClick={() => {
                if (countFirst({ act: 'ungroup', ids: [group.id] })) return
                const first = heapIn(watch.getSnapshot(), group.id)?.notes[0]?.id
                ungroupKptNotes(board, group.id)
                if (first !== undefined) focusRow(first)
              }}
            >
              <Ungroup size={15} aria-hidden="true" />
            </button>
          )}
          <DetailsButton id={group.id} opened={opened} reachable={reachable} />
        </div>
        <HeldMark held={held} />
      </OutlineRow>
      {opened && <DetailsOf id={group.id} />}
    </>
  )
})
