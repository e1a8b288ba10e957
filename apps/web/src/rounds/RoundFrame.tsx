import { useEffect, useRef } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useDesk, useReadable, useSession } from '../board/boardContext.tsx'
import { usePresenting } from '../board/presenting.ts'
import { ensureGuest } from '../identity/guest.ts'
import { ownPrincipal } from '../identity/ownPrincipal.ts'
import { deviceStoreName } from '../identity/principal.ts'
import { cornerOf } from './corner.ts'
import { ownSeals } from './keptRound.ts'
import { PhaseSaid } from './PhaseSaid.tsx'
import { RoundPanel } from './RoundPanel.tsx'
import { openRoundDesk } from './roundDesk.ts'
import { lineTo } from './roundLine.ts'
import { openRoundStore } from './roundStore.ts'
import { loadTools } from './roundTools.ts'
import { useRound } from './useRound.ts'
import { useRoundActs } from './useRoundActs.ts'
import './rounds.css'

export interface RoundFrameProps {
  explain: (error: unknown) => string
  onCanvas: boolean
  /** To the notes on the board. */
  onShow: () => void
}
/** One person's side of a board's rounds, for as long as the board is open: tokens are taken, notes sent, the panel shown. */
export function RoundFrame({ explain, onCanvas, onShow }: RoundFrameProps) {
  const { language } = useWords()
  const session = useSession()
  const { boardId, meeting, presence } = session
  const heard = useReadable(meeting)
  const published = useBoard((s) => s.rounds)
  const presenting = usePresenting()
  const { desk, view } = useRound()
  useRoundActs()
  const explains = useRef(explain)
  explains.current = explain
  // It only names a new guest: another language is no reason to close what somebody is writing.
  const speaks = useRef(language)
  speaks.current = language

  useEffect(() => {
    let isGone = false
    const guest = () => ensureGuest(speaks.current)
    const name = deviceStoreName(guest(), `rounds/${boardId}`)
    const opening = openRoundStore(name).then((store) =>
      openRoundDesk({
        me: ownPrincipal(guest()),
        store,
        line: lineTo(boardId, guest),
        tools: loadTools,
        onLost: (why) => say(explains.current(why), { look: 'alarm' }),
      }),
    )
    opening.then(
      (opened) => {
        if (isGone) opened.close()
        else cornerOf(session).desk.set(opened)
      },
      (error: unknown) => say(explains.current(error), { look: 'alarm' }),
    )
    return () => {
      isGone = true
      cornerOf(session).desk.get()?.close()
      cornerOf(session).desk.set(null)
    }
  }, [session, boardId])

  useEffect(() => {
    if (desk && heard) desk.hear(heard.round, published)
  }, [desk, heard, published])

  const board = useDesk()
  useEffect(() => {
    board.ownSeals.set(presenting ? new Set() : ownSeals(view.kept.values()))
    return () => board.ownSeals.set(new Set())
  }, [board, presenting, view.kept])

  // A cursor that stops would say who has begun to write: while an anonymous round is open nobody's is shown.
  const { live } = view
  const isQuiet = live?.state === 'open' && (live.kind === 'voting' || live.mode === 'anonymous')
  useEffect(() => {
    if (isQuiet) return presence.hush()
  }, [presence, isQuiet])

  return (
    <>
      <PhaseSaid live={live} />
      {live && (
        <RoundPanel
          live={live}
          presenting={presenting}
          onCanvas={onCanvas}
          explain={explain}
          onShow={onShow}
        />
      )}
    </>
  )
}
