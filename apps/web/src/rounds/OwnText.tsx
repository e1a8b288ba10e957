import { Button, isComposing } from '@kintsugi/ui'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'

export interface OwnTextProps {
  value: string
  onSave: (text: string) => void
  onCancel: () => void
}
/** The words of an own note, written anew. */
export function OwnText({ value, onSave, onCancel }: OwnTextProps) {
  const { t } = useWords()
  const [text, setText] = useState(value)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const isSame = text.trim() === '' || text.trim() === value
  const save = (): void => {
    if (!isSame) onSave(text.trim())
  }
  return (
    <div className="k-round-rewrite">
      <textarea
        ref={field}
        className="k-input k-round-text"
        aria-label={t('rounds.write.text')}
        rows={2}
        value={text}
        data-testid="own-text"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault()
            save()
          } else if (event.key === 'Escape') {
            event.preventDefault()
            event.stopPropagation()
            onCancel()
          }
        }}
      />
      <div className="k-round-acts">
        <Button look="quiet" onClick={onCancel}>
          {t('rounds.own.keep')}
        </Button>
        <Button look="ink" disabled={isSame} data-testid="own-save" onClick={save}>
          {t('rounds.own.save')}
        </Button>
      </div>
    </div>
  )
}
