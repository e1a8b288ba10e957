import { Button } from '@kintsugi/ui'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { newVersion } from '../app/newVersion.ts'
import { useWords } from '../app/wordsContext.tsx'
import { followVersions } from './followVersions.ts'
import './offline.css'

/** Keeps the app on this device, and says when there is a newer one. It never reloads by itself: somebody may be writing. */
export default function NewVersion() {
  const { t } = useWords()
  const version = useSyncExternalStore(newVersion.subscribe, newVersion.get)
  const [later, setLater] = useState(false)
  useEffect(followVersions, [])
  if (version === 'none' || (later && version === 'there')) return null
  return (
    <div className="k-new-version" role="status" data-testid="new-version">
      <p>{t(`offline.newVersion.${version}`)}</p>
      <Button look="ink" data-testid="reload" onClick={() => location.reload()}>
        {t('offline.newVersion.reload')}
      </Button>
      {version === 'there' && (
        <Button look="quiet" onClick={() => setLater(true)}>
          {t('offline.newVersion.later')}
        </Button>
      )}
    </div>
  )
}
