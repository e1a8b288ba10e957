import { Button, TextField } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { ensureGuest, nameLength, saveGuest } from '../identity/guest.ts'
import { useWords } from './wordsContext.tsx'

/** What others call this person; the device's key, which edits are bound to, stays. */
export function NameDialog({ onClose }: { onClose: () => void }) {
  const { t, language } = useWords()
  const keep = (typed: string): string | undefined => {
    const name = typed.trim()
    if (name === '') return t('app.you.empty')
    saveGuest(name)
    onClose()
    return undefined
  }
  return (
    <Dialog
      title={t('app.you.title')}
      closeLabel={t('app.close')}
      width={420}
      onClose={onClose}
      footer={
        <Button look="ink" data-testid="name-done" onClick={onClose}>
          {t('app.you.done')}
        </Button>
      }
    >
      <TextField
        label={t('app.you.name')}
        hint={t('app.you.about')}
        value={ensureGuest(language).name}
        maxLength={nameLength}
        testId="own-name"
        onCommit={keep}
      />
    </Dialog>
  )
}
