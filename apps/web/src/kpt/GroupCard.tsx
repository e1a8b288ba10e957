import { ungroupKptNotes } from '@kintsugi/board'
import type { KptGroup } from '@kintsugi/model'
import { StickyNote, Ungroup } from 'lucide-react'
import { memo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useDesk, useReadable, useSession, useWritable } from '../board/boardContext.tsx'
import { heapIn } from '../board/readings.ts'
import { useCountFirst } from './countFirst.ts'
import { GroupName } from './GroupName.tsx'
import { groupNameLines } from './layoutKpt.ts'
import { VotesMark } from './VotesMark.tsx'

/** The frame around a group's notes, and its head: name, how many, votes, and the way to dissolve it. */
export const GroupCard = memo(function GroupCard({ group }: { group: KptGroup }) {
  const { t } = useWords()
  const { board } = useSession()
  const desk = useDesk()
  const countFirst = useCountFirst()
  const writable = useWritable()
  const isNaming = useReadable(desk.naming) === group.id
  const count = useBoard((s) => heapIn(s, group.id)?.notes.length ?? 0)
  const name = group.name || t('kpt.unnamed')
  return (
    <section className="k-group" data-group={group.id} data-column={group.slot.column} aria-label={name}>
      {isNaming && writable ? (
        <GroupName group={group} onDone={() => desk.naming.set(null)} />
      ) : (
        <button
          type="button"
          className="k-group-name"
          style={{ WebkitLineClamp: groupNameLines(group.name) }}
          data-unnamed={group.name === ''}
          disabled={!writable}
          title={writable ? t('kpt.rename') : undefined}
          data-testid="group-name"
          onClick={(event) => {
            if (event.shiftKey || event.metaKey || event.ctrlKey) return
            desk.select(group.id)
            desk.naming.set(group.id)
          }}
        >
          {name}
        </button>
      )}
      <div className="k-group-facts">
        <span className="k-votes" title={t('kpt.count', { count })}>
          <StickyNote size={12} aria-hidden="true" />
          <span aria-hidden="true">{count}</span>
          <span className="sr-only">{t('kpt.count', { count })}</span>
        </span>
        <VotesMark id={group.id} />
        {writable && (
          <button
            type="button"
            className="k-group-button nodrag"
            aria-label={t('kpt.ungroup', { name })}
            title={t('panels.note.ungroup')}
            data-testid="ungroup"
            onClick={(event) => {
              event.stopPropagation()
              if (!countFirst({ act: 'ungroup', ids: [group.id] })) ungroupKptNotes(board, group.id)
            }}
          >
            <Ungroup size={14} aria-hidden="true" />
          </button>
        )}
      </div>
    </section>
  )
})
