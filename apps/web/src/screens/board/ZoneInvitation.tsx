import { Button } from '@kintsugi/ui'
import { FileInput, Plus } from 'lucide-react'
import { useWords } from '../../app/wordsContext.tsx'
import type { BackdropProps } from './Backdrop.tsx'

/** An empty zone says what belongs there and how it gets there. */
export function ZoneInvitation({
  snapshot,
  layout,
  writable,
  onImport,
  onAddAction,
  onAddCause,
}: BackdropProps) {
  const { t } = useWords()
  const empty = {
    timeline: snapshot.timeline.length === 0,
    causes: snapshot.causes.length === 0,
    actions: snapshot.actions.length === 0,
  }
  return (['timeline', 'causes', 'actions'] as const).map((name) => {
    if (!empty[name]) return null
    const { x, y, width, height } = layout.zones[name]
    return (
      <div key={name} className="k-zone-empty" style={{ left: x, top: y + 40, width, height: height - 40 }}>
        <p>{t(`board.invite.${name}`)}</p>
        {writable && name === 'timeline' && (
          <Button onClick={onImport}>
            <FileInput size={15} aria-hidden="true" />
            {t('board.importDocument')}
          </Button>
        )}
        {writable && name !== 'timeline' && (
          <Button look="quiet" onClick={name === 'causes' ? onAddCause : onAddAction}>
            <Plus size={15} aria-hidden="true" />
            {t(name === 'causes' ? 'board.tools.cause' : 'board.tools.action')}
          </Button>
        )}
      </div>
    )
  })
}
