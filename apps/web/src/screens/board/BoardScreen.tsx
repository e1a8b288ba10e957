import { useEffect, useState } from 'react'
import { useWords } from '../../app/wordsContext.tsx'
import { ensureGuest, onNewGuest } from '../../identity/guest.ts'
import { api } from '../../live/api.ts'
import { openSession, type Session } from '../../live/session.ts'
import { beginView } from '../../outline/view.ts'
import { Opening, Trouble } from '../Opening.tsx'
import { problemSentence } from '../problemSentence.ts'
import { BoardView } from './BoardView.tsx'

/** `away`: this device has not seen the board, and the server does not answer yet. */
type Opened = { session: Session } | { trouble: unknown } | 'away' | null

const beginning = (): 'import' | undefined =>
  new URLSearchParams(location.search).get('begin') === 'import' ? 'import' : undefined

/** Opens the board's session and closes it when the person leaves. */
export function BoardScreen({ boardId }: { boardId: string }) {
  const { t, language } = useWords()
  const [opened, setOpened] = useState<Opened>(null)
  const [attempt, setAttempt] = useState(0)
  const [begin] = useState(beginning)
  // Before the first frame: nobody sees the other view flash by.
  useState(beginView)
  // Said once: who reloads, or is sent the address, wants the board and not its first dialog.
  useEffect(() => {
    if (begin) history.replaceState(history.state, '', location.pathname)
  }, [begin])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` opens again; the language only names a new guest
  useEffect(() => {
    let left = false
    const session = openSession(boardId, ensureGuest(language))
    session.ready.then(
      () => !left && setOpened({ session }),
      (error: unknown) => !left && setOpened({ trouble: error }),
    )
    const wait = (): void =>
      setOpened((now) => {
        if (left || (now !== null && now !== 'away')) return now
        return session.saveState.get().kind === 'offline' ? 'away' : null
      })
    const stopWaiting = session.saveState.subscribe(wait)
    const stopNames = onNewGuest(session.rename)
    return () => {
      left = true
      stopWaiting()
      stopNames()
      setOpened(null)
      void session.close()
    }
  }, [boardId, attempt])

  if (opened === null) return <Opening />
  if (opened === 'away') return <Trouble title={t('offline.boardAway')} about={t('offline.boardAwayAbout')} />
  if ('trouble' in opened)
    return <Trouble title={problemSentence(t, opened.trouble)} onRetry={() => setAttempt((n) => n + 1)} />
  return <BoardView session={opened.session} api={api} begin={begin} />
}
