import { asideNotes, putBackNotes } from '@kintsugi/board'
import { plainTextOf } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'

/** Anonymous notes that somebody other than their author took off the board, to be put back one by one or all at once. */
export function AsideDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { board } = useSession()
  const writable = useWritable()
  // What is set aside is in no snapshot: looked for anew whenever the notes on the board change.
  useBoard((s) => s.kptNotes)
  const notes = asideNotes(board)
  return (
    <Dialog
      title={t('kpt.aside.title')}
      closeLabel={t('app.close')}
      width={600}
      onClose={onClose}
      footer={
        notes.length > 1 && writable ? (
          <Button
            look="ink"
            data-testid="put-all-back"
            onClick={() => {
              putBackNotes(
                board,
                notes.map(({ id }) => id),
              )
              onClose()
            }}
          >
            {t('kpt.aside.putAllBack')}
          </Button>
        ) : (
          <Button look="ink" onClick={onClose}>
            {t('app.close')}
          </Button>
        )
      }
    >
      <p className="k-hint">{t(notes.length === 0 ? 'kpt.aside.none' : 'kpt.aside.about')}</p>
      <ul className="k-keeps">
        {notes.map(({ id, slot, text }) => (
          <li key={id} data-testid="aside-note">
            <div>
              <p className="k-keeps-facts" data-column={slot.column}>
                {t(`terms.kptColumn.${slot.column}`)}
              </p>
              <p>{plainTextOf(text)}</p>
            </div>
            {writable && (
              <div className="k-keeps-acts">
                <Button
                  onClick={() => putBackNotes(board, [id])}
                  aria-label={t('kpt.aside.putBackThis', { what: plainTextOf(text) })}
                >
                  {t('kpt.aside.putBack')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
