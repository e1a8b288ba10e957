import { describeIncident } from '@kintsugi/board'
import { isComposing } from '@kintsugi/ui'
import { useEffect, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'

/** The board's name, edited where it stands. */
export function TitleField() {
  const { t } = useWords()
  const { board } = useSession()
  const title = useBoard((s) => s.incident.title)
  const writable = useWritable()
  const [draft, setDraft] = useState<string | null>(null)
  useEffect(() => {
    document.title = title === '' ? t('app.name') : `${title} · ${t('app.name')}`
  }, [title, t])
  const commit = (): void => {
    if (draft !== null && draft.trim() !== title) describeIncident(board, { title: draft.trim() })
    setDraft(null)
  }
  return (
    <h1 className="min-w-0">
      <input
        className="k-title"
        aria-label={t('board.title')}
        data-testid="title"
        maxLength={300}
        value={draft ?? title}
        placeholder={t('board.untitled')}
        readOnly={!writable}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            setDraft(null)
            event.stopPropagation()
            requestAnimationFrame(() => (event.target as HTMLElement).blur())
          }
        }}
      />
    </h1>
  )
}
