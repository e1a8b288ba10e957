import type { Cause, Link } from '@kintsugi/model'
import { useWords } from '../app/wordsContext.tsx'
import type { Rect } from '../canvas/geometry.ts'

export interface OperatorsProps {
  causes: readonly Cause[]
  links: readonly Link[]
  rectOf: (id: string) => Rect | undefined
  selection: ReadonlySet<string>
  /** Absent where the board cannot be written. */
  onToggle: ((cause: Cause) => void) | undefined
}
/** Under an effect with several causes: whether any of them sufficed, or all were needed. */
export function Operators({ causes, links, rectOf, selection, onToggle }: OperatorsProps) {
  const { t } = useWords()
  return causes.map((cause) => {
    const rect = rectOf(cause.id)
    const behind = links.filter(
      (link) => link.kind === 'because' && link.from === cause.id && rectOf(link.to),
    )
    // OR is what one assumes: it is shown where it can be changed, on the selected effect.
    const silent = cause.operator === 'or' && !selection.has(cause.id)
    if (!rect || behind.length < 2 || silent) return null
    return (
      <button
        key={cause.id}
        type="button"
        className="k-operator nopan nodrag"
        disabled={!onToggle}
        data-operator={cause.operator}
        data-tip={t(`board.operatorTip.${cause.operator}`)}
        aria-label={`${t(`terms.causeOperator.${cause.operator}`)}: ${t(`board.operatorTip.${cause.operator}`)}`}
        style={{ left: rect.x + rect.width / 2, top: rect.y + rect.height + 34 }}
        onClick={() => onToggle?.(cause)}
      >
        {t(`terms.causeOperator.${cause.operator}`)}
      </button>
    )
  })
}
