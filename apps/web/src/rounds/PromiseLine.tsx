import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'
import { promiseOf } from './odds.ts'

export interface PromiseLineProps {
  present: number
  /** Of votes, not of notes. */
  voting?: boolean
  /** Said to whoever opens the round, and not to those who are about to write. */
  opening?: boolean
}

/** What so many can promise whoever writes anonymously among them: the honest number, before anything is posted. */
export function PromiseLine({ present, voting = false, opening = false }: PromiseLineProps) {
  const { t } = useWords()
  const promise = promiseOf(present)
  const Icon = promise.is === 'enough' ? ShieldCheck : ShieldAlert
  const sentence = (): string => {
    if (promise.is === 'refused' && voting)
      return t('rounds.promise.refusedVote', { least: promise.least, present })
    if (promise.is === 'refused')
      return present === 1
        ? t('rounds.promise.refusedAlone', { least: promise.least })
        : t('rounds.promise.refused', { least: promise.least, present })
    const numbers = { present, others: promise.others }
    if (voting) return t('rounds.promise.vote', numbers)
    if (promise.is === 'enough') return t('rounds.promise.enough', numbers)
    return t(opening ? 'rounds.promise.smallOpening' : 'rounds.promise.small', numbers)
  }
  return (
    <p className="k-round-promise" data-is={promise.is} data-testid="round-promise">
      <Icon size={15} aria-hidden="true" />
      <span>{sentence()}</span>
    </p>
  )
}
