import { type PracticeStep, practiceStepSchema } from '@kintsugi/model'
import type { MeetingChange } from '@kintsugi/protocol'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { keptInWindow } from '../app/kept.ts'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable, useSession } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import { ownPrincipal } from '../identity/ownPrincipal.ts'
import type { Api } from '../live/api.ts'
import type { HeardMeeting } from '../live/heardMeeting.ts'
import { ProblemError } from '../live/problemError.ts'
import { type Conduct, conduct, isReadyFor } from './conduct.ts'

/** Not everybody's to do just now: that is said, and is no alarm. */
const soft: ReadonlySet<string> = new Set([
  'askFacilitator',
  'facilitatorOnly',
  'roleHeld',
  'roleNotYours',
  'memberAbsent',
  'notOnBoard',
])

/** This person's hand on the meeting, also for the commands. */
export function useConduct(api: Pick<Api, 'changeMeeting'>, explain: (error: unknown) => string): Conduct {
  const { language } = useWords()
  const { boardId, meeting } = useSession()
  const heard = useReadable(meeting)
  const [saidAt, setSaidAt] = useReadyStep(boardId)
  const isReady = isReadyFor(saidAt, heard)
  const [lost, setLost] = useState(0)
  const explains = useRef(explain)
  explains.current = explain

  const send = useCallback(
    async (what: MeetingChange): Promise<void> => {
      try {
        await api.changeMeeting(boardId, ensureGuest(language), what)
        setLost(0)
      } catch (error) {
        const isLost = error instanceof ProblemError && error.status === null
        // Not heard, not refused: it stands here, and is said again.
        if (what.ready === true && isLost) {
          setLost((count) => count + 1)
          return
        }
        if (what.ready === true) setSaidAt(null)
        const isSoft = error instanceof ProblemError && soft.has(error.problem.code)
        say(explains.current(error), isSoft ? {} : { look: 'alarm' })
      }
    },
    [api, boardId, language, setSaidAt],
  )
  const step = heard?.step ?? 'none'
  const change = useCallback(
    (what: MeetingChange): void => {
      if (what.ready !== undefined) setSaidAt(what.ready ? step : null)
      void send(what)
    },
    [send, setSaidAt, step],
  )
  const own = useMemo(
    (): Conduct => ({ me: ownPrincipal(ensureGuest(language)), heard, isReady, change }),
    [language, heard, isReady, change],
  )
  useEffect(() => {
    conduct.set(own)
    return () => conduct.set(null)
  }, [own])

  useEffect(() => {
    // The team has gone on to another step.
    if (heard && saidAt !== null && !isReady) setSaidAt(null)
  }, [heard, saidAt, isReady, setSaidAt])
  useSaidAgain(heard, isReady, lost, send)
  return own
}

/** The server forgets who is ready when it restarts, and after a while without their connection: whoever comes back says it again. */
function useSaidAgain(
  heard: HeardMeeting | null,
  isReady: boolean,
  /** How often in a row it did not reach the server. */
  lost: number,
  send: (what: MeetingChange) => Promise<void>,
): void {
  const isOffline = useReadable(useSession().saveState).kind === 'offline'
  const isUnsaid = useRef(true)
  useEffect(() => {
    if (isOffline || lost > 0) isUnsaid.current = true
    if (isOffline || heard === null) return
    if (!isReady) isUnsaid.current = false
    if (!isUnsaid.current) return
    // What was just said may be on its way.
    const timer = setTimeout(
      () => {
        isUnsaid.current = false
        void send({ ready: true })
      },
      Math.min(1000 * 2 ** lost, 30_000),
    )
    return () => clearTimeout(timer)
  }, [isOffline, heard, isReady, lost, send])
}

/** The step this person is done with, kept for this window. */
function useReadyStep(boardId: string) {
  const key = `kintsugi.ready.${boardId}`
  const [saidAt, setSaidAt] = useState<PracticeStep | 'none' | null>(() => {
    const stored = keptInWindow.get(key)
    return stored === 'none' ? stored : (practiceStepSchema.safeParse(stored).data ?? null)
  })
  const keep = useCallback(
    (step: PracticeStep | 'none' | null): void => {
      setSaidAt(step)
      keptInWindow.set(key, step)
    },
    [key],
  )
  return [saidAt, keep] as const
}
