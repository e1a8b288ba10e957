import { Button } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useRound } from './useRound.ts'

/** For a shared device, or for whoever wants to be sure: nothing here says any more which notes are one's own. */
export function ForgetKeys() {
  const { t } = useWords()
  const { desk, view } = useRound()
  const [asking, setAsking] = useState(false)
  if (view.kept.size === 0 && !asking) return null
  const forget = async (): Promise<void> => {
    try {
      await desk?.forget()
      setAsking(false)
      say(t('rounds.forget.done'))
    } catch (error) {
      // The browser's own store refused: whoever asked must not think that it is done.
      console.error(error)
      say(t('app.unexpected'), { look: 'alarm' })
    }
  }
  return (
    <>
      <button
        type="button"
        className="k-round-link"
        data-testid="forget-keys"
        onClick={() => setAsking(true)}
      >
        <KeyRound size={14} aria-hidden="true" />
        {t('rounds.forget.open')}
      </button>
      {asking && (
        <Dialog
          title={t('rounds.forget.title')}
          closeLabel={t('app.close')}
          width={480}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('rounds.forget.back')}</Button>
              <Button look="alarm" data-testid="forget-sure" onClick={() => void forget()}>
                {t('rounds.forget.sure')}
              </Button>
            </>
          }
        >
          <p>{t('rounds.forget.text')}</p>
        </Dialog>
      )}
    </>
  )
}
