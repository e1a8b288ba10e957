import { type FreeNote, type KptNote, plainTextOf } from '@kintsugi/model'
import { memo, Suspense } from 'react'
import { later } from '../../../app/later.ts'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard } from '../../../board/boardContext.tsx'
import { InlineText } from '../../../editor/InlineText.tsx'
import { VotesMark } from '../../../kpt/VotesMark.tsx'
import { focusRow } from '../../../outline/rows.ts'
import { OutlineRow } from './OutlineRow.tsx'
import { useOutline, useRowState } from './outlineDesk.ts'
import { DetailsButton, DetailsOf, HeldMark } from './RowEnd.tsx'
import { RowLinks } from './RowLinks.tsx'

const RowVotes = later(() =>
  import('../../../rounds/RowVotes.tsx').then(({ RowVotes }) => ({ default: RowVotes })),
)

export interface NoteRowProps {
  note: KptNote
  reachable: boolean
  held: string | undefined
}
export const NoteRow = memo(function NoteRow({ note, reachable, held }: NoteRowProps) {
  const { t } = useWords()
  const { acts } = useOutline()
  const { active, writing, opened } = useRowState(note.id)
  const group = useBoard((s) => s.kptGroups.find(({ id }) => id === note.groupId))
  const { column } = note.slot
  const text = plainTextOf(note.text) || t('outline.nothingYet')
  const facts = [
    note.seal === null ? note.author && t('outline.author', { name: note.author }) : t('reading.anonymous'),
    group && (group.name ? t('outline.group', { name: group.name }) : t('outline.unnamedGroup')),
    note.reusable && t('board.reusableShort'),
  ].filter(Boolean)
  return (
    <>
      <OutlineRow as="div" id={note.id} part="kptNotes" column={column} active={active} held={held}>
        <div className="k-ol-line">
          <InlineText
            text={{ part: 'kptNotes', id: note.id, field: 'text' }}
            value={note.text}
            empty={t(`board.emptyNote.${column}`)}
            name={`${t(`board.kptName.${column}`)}: ${text}`}
            writing={writing}
            sealed={note.seal !== null}
            reachable={reachable}
            onNext={() => acts.next(note.id)}
            onLeave={() => focusRow(note.id)}
          />
          <Suspense>
            <RowVotes noteId={note.id} />
          </Suspense>
          {note.groupId === null && <VotesMark id={note.id} />}
          <DetailsButton id={note.id} opened={opened} reachable={reachable} />
        </div>
        {facts.length > 0 && <p className="k-ol-facts">{facts.join(' · ')}</p>}
        <RowLinks id={note.id} reachable={reachable && active} />
        <HeldMark held={held} />
      </OutlineRow>
      {opened && <DetailsOf id={note.id} />}
    </>
  )
})

export interface FreeNoteRowProps {
  note: FreeNote
  reachable: boolean
  held: string | undefined
}
export const FreeNoteRow = memo(function FreeNoteRow({ note, reachable, held }: FreeNoteRowProps) {
  const { t } = useWords()
  const { acts } = useOutline()
  const { active, writing, opened } = useRowState(note.id)
  const text = plainTextOf(note.text) || t('outline.nothingYet')
  return (
    <>
      <OutlineRow as="div" id={note.id} part="freeNotes" active={active} held={held}>
        <div className="k-ol-line">
          <InlineText
            text={{ part: 'freeNotes', id: note.id, field: 'text' }}
            value={note.text}
            empty={t('board.emptyFreeNote')}
            name={text}
            writing={writing}
            reachable={reachable}
            onNext={() => acts.next(note.id)}
            onLeave={() => focusRow(note.id)}
          />
          <DetailsButton id={note.id} opened={opened} reachable={reachable} />
        </div>
        <HeldMark held={held} />
      </OutlineRow>
      {opened && <DetailsOf id={note.id} />}
    </>
  )
})
