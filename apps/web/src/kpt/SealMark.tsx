import { EyeOff } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'

/** The note was written anonymously: nobody stands beside it. */
export function SealMark() {
  const { t } = useWords()
  return (
    <span className="k-note-mark k-anonymous" data-testid="seal">
      <EyeOff size={12} aria-hidden="true" />
      <span>{t('reading.anonymous')}</span>
    </span>
  )
}
