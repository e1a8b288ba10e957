import { EyeOff, Hourglass, Vote } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import { later } from '../app/later.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable, useSession } from '../board/boardContext.tsx'
import type { Api } from '../live/api.ts'
import { roundOpen } from './acts.ts'
import './rounds.css'

const OpenRound = later(() => import('./OpenRound.tsx').then(({ OpenRound }) => ({ default: OpenRound })))
const RunRound = later(() => import('./RunRound.tsx').then(({ RunRound }) => ({ default: RunRound })))

export interface RoundControlProps {
  api: Pick<Api, 'changeMeeting'>
  explain: (error: unknown) => string
}

/** The facilitator's hand on rounds; to everybody else it says what is going on and who runs it. */
export function RoundControl({ api, explain }: RoundControlProps) {
  const { t } = useWords()
  const round = useReadable(useSession().meeting)?.round ?? null
  const open = useReadable(roundOpen)
  const [next, setNext] = useState(false)
  const Icon = round === null ? Hourglass : round.kind === 'voting' ? Vote : EyeOff
  const label = (): string => {
    if (!round) return t('rounds.start')
    if (round.state === 'revealed')
      return t(round.kind === 'voting' ? 'rounds.bar.counted' : 'rounds.bar.revealed')
    return t(`rounds.bar.${round.kind}`, { count: round.count })
  }
  // It belongs to this board.
  useEffect(() => () => roundOpen.set(false), [])
  const close = (): void => {
    roundOpen.set(false)
    setNext(false)
  }
  return (
    <>
      <button
        type="button"
        className="k-bar-chip k-round-button"
        data-state={round?.state ?? 'none'}
        data-count={round?.count}
        aria-haspopup="dialog"
        aria-keyshortcuts="Shift+T"
        data-testid="round-control"
        onClick={() => roundOpen.set(true)}
      >
        <Icon size={15} aria-hidden="true" />
        <span>{label()}</span>
      </button>
      {open && (
        <Suspense>
          {round && !next ? (
            <RunRound
              round={round}
              api={api}
              explain={explain}
              onNext={() => setNext(true)}
              onClose={close}
            />
          ) : (
            <OpenRound api={api} explain={explain} after={round?.kind} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  )
}
