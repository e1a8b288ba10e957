import { Bowl, Button } from '@kintsugi/ui'
import { FileInput, Plus } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { followLink, go } from '../../app/router.ts'
import { SettingsMenu } from '../../app/SettingsMenu.tsx'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { ensureGuest } from '../../identity/guest.ts'
import { FirstSteps } from '../../library/FirstSteps.tsx'
import { Library } from '../../library/Library.tsx'
import { type LibraryContents, readLibrary } from '../../library/readLibrary.ts'
import { api } from '../../live/api.ts'
import { Trouble } from '../Opening.tsx'
import { problemSentence } from '../problemSentence.ts'
import '../../library/library.css'

type Loaded = { contents: LibraryContents } | { trouble: unknown } | null

/** The way in: what is being worked on, what has been learned, and one click to a new board. */
export function HomeScreen() {
  const { t, language } = useWords()
  const [loaded, setLoaded] = useState<Loaded>(null)
  const [busy, setBusy] = useState(false)

  const load = useCallback(() => {
    readLibrary(api).then(
      (contents) => setLoaded({ contents }),
      (trouble: unknown) => setLoaded({ trouble }),
    )
  }, [])
  useEffect(() => {
    document.title = t('app.name')
    load()
  }, [load, t])

  const create = async (begin: '' | '?begin=import'): Promise<void> => {
    setBusy(true)
    try {
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
      const board = await api.createBoard(ensureGuest(language), { timeZone })
      go(`/b/${board.id}${begin}`)
    } catch (error) {
      say(problemSentence(t, error), { look: 'alarm' })
      setBusy(false)
    }
  }
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
  if (loaded && 'trouble' in loaded)
    return <Trouble title={problemSentence(t, loaded.trouble)} onRetry={load} />
  const empty =
    loaded !== null && loaded.contents.boards.length === 0 && loaded.contents.postmortems.length === 0
  return (
    <div className="k-home">
      <header className="k-home-head">
        <a href="/" className="k-brand" onClick={followLink}>
          <Bowl size={30} />
          {t('app.name')}
        </a>
        <div className="flex items-center gap-2">
          <SettingsMenu />
          {!empty && importing}
          {!empty && start}
        </div>
      </header>
      {loaded && (
        <main>
          {empty ? (
            <FirstSteps>
              {start}
              {importing}
            </FirstSteps>
          ) : (
            <Library contents={loaded.contents} />
          )}
        </main>
      )}
    </div>
  )
}
