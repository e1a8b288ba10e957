import { Bowl, Button } from '@kintsugi/ui'
import { followLink, go } from '../app/router.ts'
import { useWords } from '../app/wordsContext.tsx'

/** Shown only when opening takes long enough to be noticed. */
export function Opening() {
  const { t } = useWords()
  return (
    <div className="k-opening" role="status">
      <Bowl size={44} />
      <p>{t('app.loading')}</p>
    </div>
  )
}

export function UnknownPage() {
  const { t } = useWords()
  return <Trouble title={t('app.notFound')} about={t('app.notFoundAbout')} />
}

export interface TroubleProps {
  title: string
  about?: string
  onRetry?: () => void
}
export function Trouble({ title, about, onRetry }: TroubleProps) {
  const { t } = useWords()
  return (
    <main className="k-trouble">
      <a href="/" aria-label={t('app.toHome')} onClick={followLink}>
        <Bowl size={44} />
      </a>
      <h1>{title}</h1>
      {about && <p>{about}</p>}
      <div className="flex gap-2">
        {onRetry && (
          <Button look="ink" onClick={onRetry}>
            {t('app.tryAgain')}
          </Button>
        )}
        <Button onClick={() => go('/')}>{t('app.toHome')}</Button>
      </div>
    </main>
  )
}
