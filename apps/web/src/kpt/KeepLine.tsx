import { Sparkles } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { keepProposalsIn } from '../board/readings.ts'

/** A quiet line: so many things worked or were luck, and could be Keeps. Nothing where there are none. */
export function KeepLine({ onOpen }: { onOpen: () => void }) {
  const { t } = useWords()
  const count = useBoard((s) => keepProposalsIn(s).length)
  return count === 0 ? null : (
    <button type="button" className="k-keep-line nopan" data-testid="keep-proposals" onClick={onOpen}>
      <Sparkles size={13} aria-hidden="true" />
      {t('kpt.propose', { count })}
    </button>
  )
}
