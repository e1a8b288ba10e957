import { Button } from '@kintsugi/ui'
import { FileInput, Plus } from 'lucide-react'
import { useWords } from '../../app/wordsContext.tsx'
import type { BackdropProps } from './Backdrop.tsx'

const toolOf = { timeline: 'event', causes: 'cause', actions: 'action' } as const

/** An empty zone says what belongs there and how it gets there. */
export function ZoneInvitation({
  snapshot,
  layout,
  writable,
  onImport,
  onAddAction,
  onAddCause,
  onAddEvent,
}: BackdropProps) {
  const { t } = useWords()
  const empty = {
    timeline: snapshot.timeline.length === 0,
    causes: snapshot.causes.length === 0,
    actions: snapshot.actions.length === 0,
  }
  const add = { timeline: onAddEvent, causes: onAddCause, actions: onAddAction }
  return (['timeline', 'causes', 'actions'] as const).map((name) => {
    if (!empty[name]) return null
    const { x, y, width, height } = layout.zones[name]
    return (
      <div key={name} className="k-zone-empty" style={{ left: x, top: y + 40, width, height: height - 40 }}>
        <p>{t(`board.invite.${name}`)}</p>
        {writable && (
          <Button look="quiet" onClick={add[name]}>
            <Plus size={15} aria-hidden="true" />
            {t(`commands.names.${toolOf[name]}`)}
          </Button>
        )}
        {writable && name === 'timeline' && (
          <Button onClick={onImport}>
            <FileInput size={15} aria-hidden="true" />
            {t('board.importDocument')}
          </Button>
        )}
      </div>
    )
  })
}
