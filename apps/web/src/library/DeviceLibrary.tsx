import { Button } from '@kintsugi/ui'
import { CloudOff } from 'lucide-react'
import { followLink } from '../app/router.ts'
import { useWords } from '../app/wordsContext.tsx'
import type { ShelfBoard } from '../live/deviceShelf.ts'
import { whenText } from './whenText.ts'

/** Home without the server: what this device keeps, and an honest word on what it cannot show. */
export function DeviceLibrary({ boards, onRetry }: { boards: readonly ShelfBoard[]; onRetry: () => void }) {
  const { t, language } = useWords()
  const when = (at: number): string =>
    whenText(new Date(at).toISOString(), language, Date.now(), t('app.home.justNow'))
  return (
    <div className="k-library" data-testid="device-library">
      <div className="k-device-head" role="status">
        <CloudOff size={20} aria-hidden="true" />
        <div>
          <h1>{t('offline.home.title')}</h1>
          <p>{t(boards.length > 0 ? 'offline.home.about' : 'offline.home.empty')}</p>
        </div>
        <Button onClick={onRetry}>{t('app.tryAgain')}</Button>
      </div>
      {boards.length > 0 && (
        <section>
          <h2>
            {t('offline.home.boards')} <span>{boards.length}</span>
          </h2>
          <ul>
            {boards.map((board) => (
              <li key={board.id}>
                <a
                  href={`/b/${board.id}`}
                  className="k-card-link"
                  data-testid="device-board"
                  onClick={followLink}
                >
                  <span className="k-gold-bar" aria-hidden="true" />
                  <span className="k-card-title">{board.title || t('app.home.untitled')}</span>
                  <span />
                  <span className="k-card-about">
                    {t('offline.home.opened', { when: when(board.openedAt) })}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
