import { changeKptGroup, ungroupKptNotes } from '@kintsugi/board'
import type { KptGroup } from '@kintsugi/model'
import { Button, TextField } from '@kintsugi/ui'
import { Ungroup } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'
import { useSession, useWritable } from '../board/boardContext.tsx'
import { useCountFirst } from './countFirst.ts'

/** A group's name, in its own panel and in those of its notes. */
export function GroupNameField({ group }: { group: KptGroup }) {
  const { t } = useWords()
  const { board } = useSession()
  return (
    <TextField
      key={group.id}
      label={t('panels.note.groupName')}
      hint={t('panels.note.groupHint')}
      value={group.name}
      maxLength={200}
      disabled={!useWritable()}
      onCommit={(name) => void changeKptGroup(board, group.id, { name: name.trim() })}
    />
  )
}

export function UngroupButton({ group }: { group: KptGroup }) {
  const { t } = useWords()
  const { board } = useSession()
  const countFirst = useCountFirst()
  if (!useWritable()) return null
  const ungroup = (): void => {
    if (!countFirst({ act: 'ungroup', ids: [group.id] })) ungroupKptNotes(board, group.id)
  }
  return (
    <Button look="quiet" className="self-start" onClick={ungroup}>
      <Ungroup size={14} aria-hidden="true" />
      {t('panels.note.ungroup')}
    </Button>
  )
}
