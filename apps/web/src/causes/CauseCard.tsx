import type { Cause } from '@kintsugi/model'
import { Check, Link2, Stamp } from 'lucide-react'
import { memo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { coverIn, linksOf } from '../board/readings.ts'
import { TextView } from '../editor/TextView.tsx'
import { wantsAnswer } from './layoutCauses.ts'
import './causes.css'

export interface CauseCardProps {
  cause: Cause
  lines: number
  /** Pulls a crack out of the card, to another cause or to a new one; absent where the board cannot be written. */
  onPull: ((id: string, event: React.PointerEvent) => void) | undefined
}
export const CauseCard = memo(function CauseCard({ cause, lines, onPull }: CauseCardProps) {
  const { t } = useWords()
  const cover = useBoard((s) => coverIn(s).byCause[cause.id] ?? 'bare')
  const prevent = useBoard((s) => coverIn(s).aims[cause.id]?.includes('prevent') ?? false)
  const contain = useBoard((s) => coverIn(s).aims[cause.id]?.some((aim) => aim !== 'prevent') ?? false)
  const evidence = useBoard((s) => linksOf(s, cause.id).filter((link) => link.kind === 'evidence').length)
  const open = useBoard((s) => isOpenEnd(s.links, cause))
  const facts = [
    t(`terms.causeKind.${cause.kind}`),
    cause.layer && t(`terms.causeLayer.${cause.layer}`),
    cause.certainty === 'refuted' && t('terms.causeCertainty.refuted'),
    cause.certainty === 'possible' && cause.kind !== 'impact' && t('terms.causeCertainty.possible'),
  ].filter(Boolean)
  return (
    <article
      className="k-card k-cause"
      data-item={cause.id}
      data-part="causes"
      data-cover={cover}
      data-kind={cause.kind}
      data-certainty={cause.certainty}
    >
      <header className="k-card-head">
        <span className="truncate">{facts.join(' · ')}</span>
        {cover === 'settled' && (
          <span className="k-seal">
            <Stamp size={11} />
            {t('terms.cover.settled')}
          </span>
        )}
      </header>
      <TextView text={cause.text} empty={t('board.untitledCause')} lines={lines} />
      {wantsAnswer(cause) && (
        <footer className="k-card-foot">
          <span className="k-tag k-tag-side" data-on={prevent}>
            {prevent && <Check size={10} strokeWidth={3} />}
            {t('terms.coverSide.prevent')}
          </span>
          <span className="k-tag k-tag-side" data-on={contain}>
            {contain && <Check size={10} strokeWidth={3} />}
            {t('terms.coverSide.contain')}
          </span>
          {evidence > 0 && (
            <span className="k-tag k-tag-bare" title={t('board.evidenceCount', { n: evidence })}>
              <Link2 size={12} aria-hidden="true" />
              <span className="sr-only">{t('board.evidenceCount', { n: evidence })}</span>
              <span aria-hidden="true">{evidence}</span>
            </span>
          )}
        </footer>
      )}
      {onPull && (
        <button
          type="button"
          tabIndex={-1}
          className="k-pull nodrag nopan"
          data-open={open}
          data-tip={t('board.pullWhy')}
          aria-label={t('board.pullWhy')}
          onPointerDown={(event) => onPull(cause.id, event)}
        >
          {t('board.why')}
        </button>
      )}
    </article>
  )
})

/** A cause that nothing stands behind yet asks "why?". */
function isOpenEnd(links: readonly { kind: string; from: string }[], cause: Cause): boolean {
  return (
    cause.certainty !== 'refuted' &&
    cause.kind !== 'root' &&
    cause.kind !== 'mitigating' &&
    !links.some((link) => link.kind === 'because' && link.from === cause.id)
  )
}
