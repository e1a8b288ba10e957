import { ChevronDown } from 'lucide-react'
import { Suspense } from 'react'
import { later } from '../../../app/later.ts'
import { useWords } from '../../../app/wordsContext.tsx'
import { useNarrow } from '../../../outline/view.ts'
import { useOutline } from './outlineDesk.ts'

const RowDetails = later(() => import('./RowDetails.tsx').then(({ RowDetails }) => ({ default: RowDetails })))

/** Opens and closes the details of a row. */
export function DetailsButton({
  id,
  opened,
  reachable,
}: {
  id: string
  opened: boolean
  reachable: boolean
}) {
  const { t } = useWords()
  const { acts } = useOutline()
  return (
    <button
      type="button"
      className="k-ol-more"
      tabIndex={reachable ? 0 : -1}
      aria-expanded={opened}
      data-testid="row-details"
      onClick={() => acts.open(id, !opened)}
    >
      {t('outline.details')}
      <ChevronDown size={14} aria-hidden="true" />
    </button>
  )
}

/** Who else is at this row, in words. */
export function HeldMark({ held }: { held: string | undefined }) {
  return held === undefined ? null : (
    <span className="k-ol-held" data-testid="row-held">
      {held}
    </span>
  )
}

/** The details of an open row: below it where there is room, as a sheet on a phone. */
export function DetailsOf({ id }: { id: string }) {
  const narrow = useNarrow()
  return (
    <Suspense>
      <RowDetails id={id} sheet={narrow} />
    </Suspense>
  )
}
