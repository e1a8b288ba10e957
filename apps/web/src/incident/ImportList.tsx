import { Button } from '@kintsugi/ui'
import { useMemo, useState } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import type { Api } from '../live/api.ts'
import { type BoardImport, importsIn } from './importsIn.ts'

export interface ImportListProps {
  api: Api
  explain: (error: unknown) => string
}

/** The way back from an import once its message is gone. Not there where there is nothing to take back. */
export function ImportList({ api, explain }: ImportListProps) {
  const { t } = useWords()
  const snapshot = useBoard((s) => s)
  const imports = useMemo(() => importsIn(snapshot), [snapshot])
  const writable = useWritable()
  if (!writable || imports.length === 0) return null
  return (
    <section className="k-field" aria-label={t('panels.imports.title')} data-testid="imports">
      <h3 className="k-panel-head">
        {t('panels.imports.title')} <span>{imports.length}</span>
      </h3>
      <ul className="flex flex-col gap-3">
        {imports.map((one) => (
          <ImportRow key={one.batch} one={one} api={api} explain={explain} />
        ))}
      </ul>
    </section>
  )
}

function ImportRow({ one, api, explain }: ImportListProps & { one: BoardImport }) {
  const { t, language } = useWords()
  const { boardId } = useSession()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const remove = async (): Promise<void> => {
    setBusy(true)
    try {
      await api.removeImport(boardId, ensureGuest(language), one.batch)
      say(t('importing.undone'))
    } catch (error) {
      say(explain(error), { look: 'alarm' })
    } finally {
      setBusy(false)
      setAsking(false)
    }
  }
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1">
          <span className="block truncate text-[13.5px]">{one.begins || t('panels.imports.unnamed')}</span>
          <span className="k-hint">{t('panels.imports.count', { count: one.count })}</span>
        </span>
        {!asking && (
          <Button data-testid="import-remove" onClick={() => setAsking(true)}>
            {t('panels.imports.remove')}
          </Button>
        )}
      </div>
      {/* It goes for everybody, and undo brings back one's own changes only: asked once more. */}
      {asking && (
        <div role="alert">
          <p className="k-hint">{t('panels.imports.ask', { count: one.count })}</p>
          <div className="mt-1.5 flex gap-2">
            <Button
              look="alarm"
              disabled={busy}
              data-testid="import-remove-now"
              onClick={() => void remove()}
            >
              {t('panels.imports.removeNow')}
            </Button>
            <Button look="quiet" disabled={busy} onClick={() => setAsking(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}
