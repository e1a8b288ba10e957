import { Bowl, Button } from '@kintsugi/ui'
import { BookOpenText, FileInput, LayoutTemplate, Plus } from 'lucide-react'
import { Suspense, useCallback, useEffect, useState } from 'react'
import { later } from '../../app/later.ts'
import { followLink, go } from '../../app/router.ts'
import { SettingsMenu } from '../../app/SettingsMenu.tsx'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { ensureGuest } from '../../identity/guest.ts'
import { DeviceLibrary } from '../../library/DeviceLibrary.tsx'
import { FirstSteps } from '../../library/FirstSteps.tsx'
import { Library } from '../../library/Library.tsx'
import { api } from '../../live/api.ts'
import { ProblemError } from '../../live/problemError.ts'
import { Trouble } from '../Opening.tsx'
import { problemSentence } from '../problemSentence.ts'
import { useLibrary } from './useLibrary.ts'
import '../../library/library.css'
import '../../offline/offline.css'

const TemplatesDialog = later(() =>
  import('../../templates/TemplatesDialog.tsx').then(({ TemplatesDialog }) => ({ default: TemplatesDialog })),
)

/** The way in: what is being worked on, what has been learned, and one click to a new board. */
export function HomeScreen() {
  const { t, language } = useWords()
  const { loaded, load } = useLibrary(language)
  const [busy, setBusy] = useState(false)
  const [choosing, setChoosing] = useState(false)

  useEffect(() => {
    document.title = t('app.name')
  }, [t])

  const create = async (begin: '' | '?begin=import' | 'sample', template?: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      const guest = ensureGuest(language)
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const sample = begin === 'sample'
      const board = await api.createBoard(
        guest,
        sample
          ? { sample: language }
          : { timeZone, owner: guest.name, ...(template === undefined ? {} : { template }) },
        language,
      )
      go(`/b/${board.id}${sample ? '' : begin}`)
    } catch (error) {
      const unreachable = error instanceof ProblemError && error.problem.code === 'serverUnreachable'
      say(unreachable ? t('offline.home.newNeedsServer') : problemSentence(t, error), { look: 'alarm' })
      setBusy(false)
    }
  }
  const explain = useCallback((error: unknown) => problemSentence(t, error), [t])
  const start = (
    <Button look="ink" disabled={busy} data-testid="new-board" onClick={() => void create('')}>
      <Plus size={16} aria-hidden="true" />
      {t('app.home.newBoard')}
    </Button>
  )
  const importing = (
    <Button disabled={busy} data-testid="new-import" onClick={() => void create('?begin=import')}>
      <FileInput size={15} aria-hidden="true" />
      {t('app.home.importDocument')}
    </Button>
  )
  const fromTemplate = (
    <Button
      look="quiet"
      className="k-home-template"
      disabled={busy}
      aria-label={t('app.home.fromTemplate')}
      data-testid="new-from-template"
      onClick={() => setChoosing(true)}
    >
      <LayoutTemplate size={15} aria-hidden="true" />
      <span>{t('app.home.fromTemplate')}</span>
    </Button>
  )
  const sample = (
    <Button
      look="quiet"
      disabled={busy}
      title={t('app.home.sampleAbout')}
      data-testid="open-sample"
      onClick={() => void create('sample')}
    >
      <BookOpenText size={15} aria-hidden="true" />
      {t('app.home.sample')}
    </Button>
  )
  if (loaded && 'trouble' in loaded)
    return <Trouble title={problemSentence(t, loaded.trouble)} onRetry={load} />
  const contents = loaded && 'contents' in loaded ? loaded.contents : null
  const empty = contents !== null && contents.boards.length === 0 && contents.postmortems.length === 0
  return (
    <div className="k-home">
      <header className="k-home-head">
        <a href="/" className="k-brand" onClick={followLink}>
          <Bowl size={30} />
          {t('app.name')}
        </a>
        <div className="flex items-center gap-2">
          <SettingsMenu />
          {!empty && fromTemplate}
          {!empty && importing}
          {!empty && start}
        </div>
      </header>
      {loaded && 'kept' in loaded && (
        <main>
          <DeviceLibrary boards={loaded.kept} onRetry={load} />
        </main>
      )}
      {contents && (
        <main>
          {empty ? (
            <FirstSteps>
              {start}
              {importing}
              {fromTemplate}
              {sample}
            </FirstSteps>
          ) : (
            <>
              <Library contents={contents} />
              <p className="k-home-sample">{sample}</p>
            </>
          )}
        </main>
      )}
      {choosing && (
        <Suspense>
          <TemplatesDialog
            explain={explain}
            use={{ how: 'start', act: (template) => create('', template.id) }}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
