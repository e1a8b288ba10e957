import { moveKptGroup } from '@kintsugi/board'
import { type KptGroup, kptColumns } from '@kintsugi/model'
import { ChoiceChips } from '@kintsugi/ui'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { firstLineOf } from '../board/firstLine.ts'
import { heapIn } from '../board/readings.ts'
import { GroupNameField, UngroupButton } from './GroupFields.tsx'

/** A group on its own: its name, where it stands, what is in it. */
export function GroupPanel({ group, onGo }: { group: KptGroup; onGo: (id: string) => void }) {
  const { t } = useWords()
  const { board } = useSession()
  const disabled = !useWritable()
  const heap = useBoard((s) => heapIn(s, group.id))
  return (
    <>
      <GroupNameField group={group} />
      <ChoiceChips
        label={t('panels.note.column')}
        disabled={disabled}
        value={group.slot.column}
        choices={kptColumns.map((value) => ({ value, label: t(`terms.kptColumn.${value}`) }))}
        onChoose={(column) => column && moveKptGroup(board, group.id, { column })}
      />
      <section className="k-field" aria-label={t('kpt.inGroup')}>
        <span className="k-label">{t('kpt.inGroup')}</span>
        {heap?.notes.map((note) => (
          <div key={note.id} className="k-link-line">
            <button type="button" onClick={() => onGo(note.id)}>
              <span>{firstLineOf(note.text) || t('board.emptyText')}</span>
            </button>
          </div>
        ))}
      </section>
      <UngroupButton group={group} />
    </>
  )
}
