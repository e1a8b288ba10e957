import { Button, IconButton } from '@kintsugi/ui'
import { Download, X } from 'lucide-react'
import { useState } from 'react'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useNewerThanUs, useReadable, useSession } from '../../board/boardContext.tsx'
import { ensureGuest } from '../../identity/guest.ts'
import type { Api } from '../../live/api.ts'
import { problemSentence } from '../problemSentence.ts'

/** What concerns the whole board: it is final, it cannot be written now, something went wrong, work was recovered. */
export function Banners({ api }: { api: Api }) {
  const { t } = useWords()
  const session = useSession()
  const state = useReadable(session.boardState)
  const problem = useReadable(session.problem)
  const drafts = useReadable(session.drafts)
  const draft = drafts[0]
  const newer = useNewerThanUs()
  const unreadable = useBoard((s) => s.unreadable.length)
  const reapply = async (id: string): Promise<void> => {
    try {
      say(t('board.reapplied', { count: await session.reapplyDraft(id) }))
    } catch (error) {
      say(problemSentence(t, error), { look: 'alarm' })
    }
  }
  const save = async (id: string): Promise<void> => {
    const snapshot = await session.readDraft(id)
    if (snapshot) download(JSON.stringify(snapshot, null, 2), 'kintsugi-recovered.json')
  }
  return (
    <div>
      {state === 'final' && <FinalBanner api={api} />}
      {newer && (
        <div className="k-banner" role="status">
          <span>{t('board.newer')}</span>
          <Button onClick={() => location.reload()}>{t('board.reload')}</Button>
        </div>
      )}
      {unreadable > 0 && (
        <div className="k-banner" role="status" data-testid="unreadable">
          {t('board.unreadable', { count: unreadable })}
        </div>
      )}
      {state === 'unavailable' && (
        <div className="k-banner" data-look="alarm" role="alert">
          {t('board.unavailable')}
        </div>
      )}
      {problem && (
        <div className="k-banner" data-look="alarm" role="alert" data-testid="problem">
          <span>{problemSentence(t, problem)}</span>
          <IconButton label={t('app.dismiss')} side="end" onClick={session.dismissProblem}>
            <X size={15} />
          </IconButton>
        </div>
      )}
      {draft && (
        <div className="k-banner" role="status" data-testid="recovered">
          <span>{t('board.recovered')}</span>
          <Button data-testid="reapply" onClick={() => void reapply(draft.id)}>
            {t('board.reapplyCopy')}
          </Button>
          <Button look="quiet" onClick={() => void save(draft.id)}>
            <Download size={14} aria-hidden="true" />
            {t('board.downloadCopy')}
          </Button>
          <Button look="quiet" onClick={() => void session.discardDraft(draft.id)}>
            {t('board.discardCopy')}
          </Button>
        </div>
      )}
    </div>
  )
}

function FinalBanner({ api }: { api: Api }) {
  const { t, language } = useWords()
  const { boardId } = useSession()
  const [busy, setBusy] = useState(false)
  const reopen = async (): Promise<void> => {
    setBusy(true)
    try {
      await api.reopen(boardId, ensureGuest(language))
      say(t('board.reopened'))
    } catch (error) {
      say(problemSentence(t, error), { look: 'alarm' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="k-banner" role="status" data-testid="final-banner">
      <span>{t('board.finalBanner')}</span>
      <a href={`/p/${boardId}`}>{t('board.toReadPage')}</a>
      <Button disabled={busy} data-testid="reopen" onClick={() => void reopen()}>
        {t('board.reopen')}
      </Button>
    </div>
  )
}

function download(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
