import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useWords } from '../../app/wordsContext.tsx'
import { useReadable, useSession } from '../../board/boardContext.tsx'

const icons = {
  saved: <Check size={14} strokeWidth={2.4} aria-hidden="true" />,
  saving: <LoaderCircle size={14} className="animate-spin" aria-hidden="true" />,
  offline: <CloudOff size={14} aria-hidden="true" />,
  unsaved: <TriangleAlert size={14} aria-hidden="true" />,
}

/** The honest word on the person's work, and in the tip what exactly is safe. */
export function SaveStateMark() {
  const { t } = useWords()
  const { kind, onDevice } = useReadable(useSession().saveState)
  const about = kind === 'saved' ? 'saved' : `${kind}${onDevice ? 'OnDevice' : 'InTab'}`
  return (
    <button
      type="button"
      className="k-save-state"
      data-state={kind}
      data-testid="save-state"
      data-tip={t(`board.saveAbout.${about}`)}
      data-tip-wide
      data-tip-side="end"
    >
      {icons[kind]}
      <span role="status">{t(`board.save.${kind}`)}</span>
      <span className="sr-only">{t(`board.saveAbout.${about}`)}</span>
    </button>
  )
}
