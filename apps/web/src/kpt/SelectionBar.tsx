import { Group, Trash2, Ungroup } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useDesk, useReadable, useWritable } from '../board/boardContext.tsx'
import { itemIn } from '../board/readings.ts'
import { around, type Rect } from '../canvas/geometry.ts'

export interface SelectionBarProps {
  rectOf: (id: string) => Rect | undefined
  run: (id: 'group' | 'ungroup' | 'remove') => void
}
/** Above several selected KPT notes: what one can do with them together. */
export function SelectionBar({ rectOf, run }: SelectionBarProps) {
  const { t } = useWords()
  const desk = useDesk()
  const writable = useWritable()
  const selection = useReadable(desk.selection)
  const drags = useReadable(desk.drags)
  const parts = useBoard((s) => [...selection].map((id) => itemIn(s, id)?.part ?? '').join())
  const list = parts.split(',')
  const count = list.filter((part) => part === 'kptNotes').length
  const isKpt = list.every((part) => part.startsWith('kpt'))
  const box = around([...selection].flatMap((id) => rectOf(id) ?? []))
  if (!writable || count < 2 || !isKpt || !box || drags.size > 0) return null
  return (
    <div
      className="k-selection-bar nopan nodrag"
      role="toolbar"
      aria-label={t('panels.several', { count })}
      style={{ left: box.x + box.width / 2, top: box.y }}
      data-testid="selection-bar"
    >
      <span>{t('kpt.count', { count })}</span>
      <button type="button" onClick={() => run('group')} data-testid="bar-group">
        <Group size={14} aria-hidden="true" />
        {t('commands.names.group')}
        <kbd>G</kbd>
      </button>
      {list.includes('kptGroups') && (
        <button type="button" onClick={() => run('ungroup')}>
          <Ungroup size={14} aria-hidden="true" />
          {t('commands.names.ungroup')}
        </button>
      )}
      <button type="button" aria-label={t('commands.names.remove')} onClick={() => run('remove')}>
        <Trash2 size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
