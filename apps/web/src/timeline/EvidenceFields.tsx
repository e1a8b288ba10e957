import { addEvidence, removeEvidence } from '@kintsugi/board'
import { evidenceUrlSchema, type TimelineEntry } from '@kintsugi/model'
import { Button, IconButton, isComposing } from '@kintsugi/ui'
import { ArrowUpRight, X } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useSession, useWritable } from '../board/boardContext.tsx'
import { typedUrl } from './typedUrl.ts'

/** Links that show an entry to be so. Pasting one is all it takes; a name is optional. */
export function EvidenceFields({ entry }: { entry: TimelineEntry }) {
  const { t } = useWords()
  const { board } = useSession()
  const writable = useWritable()
  const [url, setUrl] = useState('')
  const [label, setLabel] = useState('')
  const link = typedUrl(url)
  const wrong = link !== '' && !evidenceUrlSchema.safeParse(link).success
  const add = (): void => {
    if (wrong || link === '') return
    addEvidence(board, entry.id, { url: link, label: label.trim() })
    setUrl('')
    setLabel('')
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter' && !isComposing(event)) add()
  }
  return (
    <div className="k-field">
      <span className="k-label">{t('panels.entry.evidence')}</span>
      {entry.evidence.map((evidence) => (
        <div key={evidence.id} className="k-input flex items-center gap-1 py-0 pe-0.5">
          <a
            href={evidence.url}
            target="_blank"
            rel="noreferrer noopener"
            className="flex min-w-0 flex-1 items-center gap-1 underline-offset-2 hover:underline"
          >
            <span className="min-w-0 truncate">{evidence.label || evidence.url}</span>
            <ArrowUpRight size={13} className="flex-none text-mute" aria-hidden="true" />
          </a>
          {writable && (
            <IconButton
              label={t('panels.entry.evidenceRemove')}
              side="end"
              onClick={() => removeEvidence(board, entry.id, evidence.id)}
            >
              <X size={14} />
            </IconButton>
          )}
        </div>
      ))}
      {writable && (
        <>
          <input
            className="k-input"
            type="url"
            inputMode="url"
            aria-label={t('panels.entry.evidenceUrl')}
            aria-invalid={wrong || undefined}
            placeholder={t('panels.entry.evidenceUrl')}
            data-testid="evidence-url"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            onKeyDown={onKeyDown}
          />
          {wrong && (
            <p className="k-hint" data-look="alarm" role="status">
              {t('panels.entry.evidenceWrong')}
            </p>
          )}
          {link !== '' && !wrong && (
            <div className="flex gap-2">
              <input
                className="k-input"
                aria-label={t('panels.entry.evidenceLabel')}
                placeholder={t('panels.entry.evidenceLabel')}
                value={label}
                onChange={(event) => setLabel(event.target.value)}
                onKeyDown={onKeyDown}
              />
              <Button onClick={add} data-testid="evidence-add">
                {t('panels.entry.evidenceAdd')}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}
