import { Button } from '@kintsugi/ui'
import { Plus } from 'lucide-react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useWritable } from '../../../board/boardContext.tsx'
import { OutlineSection } from '../../../outline/OutlineSection.tsx'
import { useSteady } from '../../../outline/useSteady.ts'
import { FreeNoteRow } from './NoteRow.tsx'
import { useOutline, useTabStop } from './outlineDesk.ts'
import { useHeldOrder } from './useHeldOrder.ts'
import { useInPortions } from './useInPortions.ts'

export function NotesSection({ holders }: { holders: ReadonlyMap<string, string> }) {
  const { t } = useWords()
  const { acts } = useOutline()
  const writable = useWritable()
  const all = useBoard((s) => s.freeNotes)
  const { held, handlers } = useHeldOrder()
  const notes = useInPortions(useSteady(all, held))
  const stop = useTabStop(notes)
  return (
    <OutlineSection name="notes" count={all.length}>
      {all.length === 0 ? (
        <p className="k-ol-empty">{t('outline.empty.notes')}</p>
      ) : (
        <ul className="k-ol-notes" data-rows {...handlers}>
          {notes.map((note) => (
            <li key={note.id}>
              <FreeNoteRow note={note} reachable={note.id === stop} held={holders.get(note.id)} />
            </li>
          ))}
        </ul>
      )}
      {writable && (
        <Button className="k-ol-add" data-testid="outline-add-free" onClick={() => acts.create.free(null)}>
          <Plus size={15} aria-hidden="true" />
          {t('outline.add.free')}
        </Button>
      )}
    </OutlineSection>
  )
}
