import { groupKptNotes, joinKptGroup } from '@kintsugi/board'
import type { KptGroup, KptNote } from '@kintsugi/model'
import { Select } from '@kintsugi/ui/overlays'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { firstLineOf } from '../board/firstLine.ts'
import { useCountFirst } from './countFirst.ts'

/** In which group a note stands: none, one that is there, or a new one. */
export function GroupChoice({ note }: { note: KptNote }) {
  const { t } = useWords()
  const { board } = useSession()
  const countFirst = useCountFirst()
  const disabled = !useWritable()
  const groups = useBoard((s) => s.kptGroups)
  const notes = useBoard((s) => s.kptNotes)
  /** A group without a name is known by its first note. */
  const nameOf = ({ id, name }: KptGroup): string => {
    const first = notes.find(({ groupId }) => groupId === id)
    return name || (first ? firstLineOf(first.text) : '') || t('kpt.unnamed')
  }
  const choices = [
    { value: 'none', label: t('panels.note.noGroup') },
    ...groups.map((group) => ({ value: group.id, label: nameOf(group).slice(0, 60) })),
    { value: 'new', label: t('panels.note.newGroup') },
  ]
  return (
    <Select
      label={t('panels.note.group')}
      testId="note-group"
      disabled={disabled}
      value={groups.some(({ id }) => id === note.groupId) ? (note.groupId ?? 'none') : 'none'}
      choices={choices}
      onChoose={(chosen) => {
        const ids = [note.id]
        if (chosen === 'new') {
          if (!countFirst({ act: 'group', ids })) groupKptNotes(board, ids)
          return
        }
        const group = chosen === 'none' ? null : chosen
        if (countFirst({ act: 'move', ids, move: { column: note.slot.column, group } })) return
        joinKptGroup(board, note.id, group)
      }}
    />
  )
}
