import { type ReadyField, type ReadyPoint, readyCheck } from '@kintsugi/analysis'
import { addParticipant } from '@kintsugi/board'
import type { Department } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { sayReady } from '@kintsugi/words'
import { Check, Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { Checklist } from './Checklist.tsx'
import './ready.css'

export interface ReadyDialogProps {
  departments: readonly Department[]
  /** Leads to where a point is put right. */
  onGo: (field: ReadyField, itemIds: readonly string[]) => void
  onTemplates: () => void
  onClose: () => void
}

/** What would help the meeting, each with its reason and the way there; what is in place; the checklist. Never a barrier. */
export function ReadyDialog({ departments, onGo, onTemplates, onClose }: ReadyDialogProps) {
  const { t, language } = useWords()
  const snapshot = useBoard((s) => s)
  const writable = useWritable()
  const points = useMemo(() => readyCheck(snapshot, { departments }), [snapshot, departments])
  const missing = points.filter((point) => point.missing)
  const there = points.filter((point) => !point.missing)
  return (
    <Dialog
      title={t('ready.title')}
      closeLabel={t('app.close')}
      width={640}
      onClose={onClose}
      footer={
        <>
          {writable && (
            <Button look="quiet" data-testid="ready-templates" onClick={onTemplates}>
              {t('ready.templates')}
            </Button>
          )}
          <Button look="ink" onClick={onClose}>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <div className="k-ready" data-testid="ready-check">
        <p role="status" data-testid="ready-about">
          {missing.length === 0 ? t('ready.allThere') : t('ready.about', { count: missing.length })}
        </p>
        {missing.length > 0 && (
          <section>
            <h3>{t('ready.missing')}</h3>
            <ul className="k-ready-missing">
              {missing.map((point) => (
                <Missing key={point.code} point={point} writable={writable} onGo={onGo} />
              ))}
            </ul>
          </section>
        )}
        {there.length > 0 && (
          <section>
            <h3>{t('ready.there')}</h3>
            <ul className="k-ready-there" data-testid="ready-there">
              {there.map((point) => (
                <li key={point.code} data-code={point.code}>
                  <Check size={13} strokeWidth={2.6} aria-hidden="true" />
                  {sayReady(t, language, point).what}
                </li>
              ))}
            </ul>
          </section>
        )}
        <Checklist />
      </div>
    </Dialog>
  )
}

interface MissingProps {
  point: ReadyPoint
  writable: boolean
  onGo: ReadyDialogProps['onGo']
}
function Missing({ point, writable, onGo }: MissingProps) {
  const { t, language } = useWords()
  const { board } = useSession()
  const { what, why } = sayReady(t, language, point)
  const { code, at, itemIds, names } = point
  return (
    <li data-testid={`ready-${code}`}>
      <b>{what}</b>
      <small>{why}</small>
      {code === 'departments' && (
        <p className="k-ready-names">
          {names.map((name) => (
            <button
              key={name}
              disabled={!writable}
              type="button"
              className="k-chip"
              aria-label={t('ready.addFrom', { name })}
              data-testid="ready-add-department"
              onClick={() => addParticipant(board, { department: name })}
            >
              <Plus size={11} aria-hidden="true" />
              {name}
            </button>
          ))}
        </p>
      )}
      {at !== 'checklist' && (
        <Button
          look="quiet"
          aria-label={t('ready.goTo', { what })}
          data-testid={`ready-go-${code}`}
          onClick={() => onGo(at, itemIds)}
        >
          {t('ready.go')}
        </Button>
      )}
    </li>
  )
}
