import { Button, IconButton } from '@kintsugi/ui'
import { Download, X } from 'lucide-react'
import { useState } from 'react'
import { saveAs } from '../../app/saveAs.ts'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useNewerThanUs, useReadable, useSession } from '../../board/boardContext.tsx'
import { usePresenting } from '../../board/presenting.ts'
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
  // Words of one's own that the board does not have: not for those who look on.
  const draft = usePresenting() ? undefined : drafts[0]
  const newer = useNewerThanUs()
  const unreadable = useBoard((s) => s.unreadable.length)
  const reapply = async (id: string): Promise<void> => {
    try {
      const { back, aside, left } = await session.reapplyDraft(id, t('recovered.note'))
      const told = [
        back > 0 && t('recovered.back', { count: back }),
        aside > 0 && t('recovered.aside', { count: aside }),
        left > 0 && t('recovered.left', { count: left }),
      ].filter(Boolean)
      say(told.join(' ') || t('recovered.nothing'), { look: aside + left > 0 ? 'alarm' : 'plain' })
    } catch (error) {
      say(problemSentence(t, error), { look: 'alarm' })
    }
  }
  const save = async (id: string): Promise<void> => {
    const snapshot = await session.readDraft(id)
    if (snapshot) saveAs('kintsugi-recovered.json', JSON.stringify(snapshot, null, 2), 'application/json')
  }
  /** What this device refuses is said; the copy stays. */
  const said = (work: Promise<void>): void =>
    void work.catch((error: unknown) => say(problemSentence(t, error), { look: 'alarm' }))
  return (
    <div>
      {state === 'final' && <FinalBanner api={api} />}
      {newer && (
        <div className="k-banner" role="status">
          <span>{t('banners.newer')}</span>
          <Button onClick={() => location.reload()}>{t('banners.reload')}</Button>
        </div>
      )}
      {unreadable > 0 && (
        <div className="k-banner" role="status" data-testid="unreadable">
          {t('banners.unreadable', { count: unreadable })}
        </div>
      )}
      {state === 'unavailable' && (
        <div className="k-banner" data-look="alarm" role="alert">
          {t('banners.unavailable')}
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
          <span>{t('banners.recovered')}</span>
          <Button data-testid="reapply" onClick={() => void reapply(draft.id)}>
            {t('banners.reapplyCopy')}
          </Button>
          <Button look="quiet" onClick={() => said(save(draft.id))}>
            <Download size={14} aria-hidden="true" />
            {t('banners.downloadCopy')}
          </Button>
          <Button look="quiet" onClick={() => said(session.discardDraft(draft.id))}>
            {t('banners.discardCopy')}
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
      say(t('banners.reopened'))
    } catch (error) {
      say(problemSentence(t, error), { look: 'alarm' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="k-banner" role="status" data-testid="final-banner">
      <span>{t('banners.finalBanner')}</span>
      <a href={`/p/${boardId}`}>{t('banners.toReadPage')}</a>
      <Button disabled={busy} data-testid="reopen" onClick={() => void reopen()}>
        {t('banners.reopen')}
      </Button>
    </div>
  )
}
