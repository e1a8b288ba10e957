import { isTimeZone, limits } from '@kintsugi/model'
import type { ImportPreview } from '@kintsugi/protocol'
import { Button } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { useState } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import type { Api } from '../live/api.ts'
import { ImportPreviewList, newItems } from './ImportPreviewList.tsx'
import { ImportSource, type Source } from './ImportSource.tsx'

export interface ImportDialogProps {
  api: Api
  /** Says in the person's language what went wrong. */
  explain: (error: unknown) => string
  onClose: () => void
}

/** Paste or drop, look at what would come, then import: nothing reaches the board before. */
export function ImportDialog({ api, explain, onClose }: ImportDialogProps) {
  const { t, language } = useWords()
  const { boardId } = useSession()
  const boardZone = useBoard((s) => s.incident.timeZone)
  const [source, setSource] = useState<Source>({
    text: '',
    fileName: '',
    zone: boardZone === 'UTC' ? Intl.DateTimeFormat().resolvedOptions().timeZone : boardZone,
    date: '',
  })
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const request = {
    text: source.text,
    fileName: source.fileName,
    zone: isTimeZone(source.zone) && source.zone !== '' ? source.zone : null,
    date: source.date === '' ? null : source.date,
  }
  /** Runs one call to the server; a failure is said in the dialog and changes nothing in it. */
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setTrouble(null)
    try {
      await work()
    } catch (error) {
      setTrouble(explain(error))
    } finally {
      setBusy(false)
    }
  }
  const look = (): Promise<void> =>
    run(async () => setPreview(await api.previewImport(boardId, ensureGuest(language), request)))
  const takeBack = (batch: string): void => {
    api.removeImport(boardId, ensureGuest(language), batch).then(
      () => say(t('dialogs.import.undone')),
      (error: unknown) => say(explain(error), { look: 'alarm' }),
    )
  }
  const commit = (): Promise<void> =>
    run(async () => {
      const result = await api.importText(boardId, ensureGuest(language), request)
      onClose()
      say(t('dialogs.import.done', { count: result.added }), {
        action: { label: t('dialogs.import.undo'), act: () => takeBack(result.batch) },
      })
    })

  const count = preview ? newItems(preview) : 0
  const tooBig = new Blob([source.text]).size > limits.importBytes
  return (
    <Dialog
      title={t('dialogs.import.title')}
      closeLabel={t('app.close')}
      width={640}
      dismissable={!busy}
      onClose={onClose}
      footer={
        preview ? (
          <>
            <Button disabled={busy} onClick={() => setPreview(null)}>
              {t('dialogs.import.back')}
            </Button>
            <Button
              look="ink"
              disabled={busy || count === 0}
              data-testid="import-commit"
              onClick={() => void commit()}
            >
              {busy ? t('dialogs.import.committing') : t('dialogs.import.commit', { count })}
            </Button>
          </>
        ) : (
          <Button
            look="ink"
            disabled={busy || tooBig || source.text.trim() === ''}
            data-testid="import-preview"
            onClick={() => void look()}
          >
            {busy ? t('dialogs.import.previewing') : t('dialogs.import.preview')}
          </Button>
        )
      }
    >
      {preview ? (
        <ImportPreviewList preview={preview} explain={explain} />
      ) : (
        <ImportSource source={source} disabled={busy} onChange={setSource} onTrouble={setTrouble} />
      )}
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  )
}
