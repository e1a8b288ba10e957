import { Button } from '@kintsugi/ui'
import { useWords } from '../app/wordsContext.tsx'
import { Sure } from './Sure.tsx'

/** What its author can do with an own note. */
export function OwnActs({ onEdit, onRemove }: { onEdit: () => void; onRemove: () => void }) {
  const { t } = useWords()
  return (
    <>
      <Button look="quiet" data-testid="own-edit" onClick={onEdit}>
        {t('rounds.own.edit')}
      </Button>
      <Sure
        label={t('rounds.own.remove')}
        sure={t('rounds.own.removeSure')}
        back={t('rounds.own.keep')}
        testId="own-remove"
        onSure={onRemove}
      />
    </>
  )
}
