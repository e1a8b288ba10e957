import { changeCause } from '@kintsugi/board'
import { type Cause, causeCertainties, causeKinds, causeLayers, plainTextOf } from '@kintsugi/model'
import { Button, CrackIcon } from '@kintsugi/ui'
import { CornerDownRight, Plus } from 'lucide-react'
import { memo } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../../../board/boardContext.tsx'
import { firstLineOf } from '../../../board/firstLine.ts'
import { coverIn } from '../../../board/readings.ts'
import { wantsAnswer } from '../../../causes/layoutCauses.ts'
import { InlineText } from '../../../editor/InlineText.tsx'
import { CellSelect } from '../../../outline/CellSelect.tsx'
import { focusRow } from '../../../outline/rows.ts'
import { OutlineRow } from './OutlineRow.tsx'
import { useOutline, useRowState } from './outlineDesk.ts'
import { DetailsButton, DetailsOf, HeldMark } from './RowEnd.tsx'
import { JumpTo, RowLinks } from './RowLinks.tsx'

/** The tree itself says what is because of what. */
const saidByPlace = ['because from', 'because to'] as const

export interface CauseRowProps {
  cause: Cause
  reachable: boolean
  held: string | undefined
}
export const CauseRow = memo(function CauseRow({ cause, reachable, held }: CauseRowProps) {
  const { t } = useWords()
  const { board } = useSession()
  const { acts } = useOutline()
  const writable = useWritable()
  const { active, writing, opened } = useRowState(cause.id)
  const cover = useBoard((s) => coverIn(s).byCause[cause.id] ?? 'bare')
  const asks = wantsAnswer(cause)
  const fields = active && writable && !opened
  const text = plainTextOf(cause.text) || t('outline.nothingYet')
  const change = (patch: Parameters<typeof changeCause>[2]) => void changeCause(board, cause.id, patch)
  const facts = [
    t(`terms.causeKind.${cause.kind}`),
    cause.layer && t(`terms.causeLayer.${cause.layer}`),
    cause.certainty !== 'confirmed' && t(`terms.causeCertainty.${cause.certainty}`),
  ].filter((fact) => fact !== null && fact !== false)
  return (
    <>
      <OutlineRow
        as="div"
        id={cause.id}
        part="causes"
        active={active}
        held={held}
        {...(asks ? { cover } : {})}
      >
        <div className="k-ol-line">
          <InlineText
            text={{ part: 'causes', id: cause.id, field: 'text' }}
            value={cause.text}
            empty={t('board.untitledCause')}
            name={`${facts.join(', ')}: ${text}`}
            writing={writing}
            reachable={reachable}
            onNext={() => acts.next(cause.id)}
            onLeave={() => focusRow(cause.id)}
          />
          {asks && (
            <span className="k-ol-cover" data-cover={cover}>
              <CrackIcon size={15} />
              {t(`terms.cover.${cover}`)}
            </span>
          )}
          <DetailsButton id={cause.id} opened={opened} reachable={reachable} />
        </div>
        {fields ? (
          <div className="k-ol-fields">
            <CellSelect
              label={t('panels.cause.kind')}
              value={cause.kind}
              choices={causeKinds.map((value) => ({ value, label: t(`terms.causeKind.${value}`) }))}
              onChoose={(kind) => kind && change({ kind })}
            />
            <CellSelect
              label={t('panels.cause.layer')}
              value={cause.layer}
              none={`${t('panels.cause.layer')}: ${t('panels.notChosen')}`}
              choices={causeLayers.map((value) => ({ value, label: t(`terms.causeLayer.${value}`) }))}
              onChoose={(layer) => change({ layer })}
            />
            <CellSelect
              label={t('panels.cause.certainty')}
              value={cause.certainty}
              choices={causeCertainties.map((value) => ({
                value,
                label: t(`terms.causeCertainty.${value}`),
              }))}
              onChoose={(certainty) => certainty && change({ certainty })}
            />
            <Button onClick={() => acts.why(cause.id)} data-testid="row-why">
              <CornerDownRight size={14} aria-hidden="true" />
              {t('outline.why')}
            </Button>
            {asks && (
              <Button onClick={() => acts.answer(cause.id)} data-testid="row-answer">
                <Plus size={14} aria-hidden="true" />
                {t('outline.answer')}
              </Button>
            )}
          </div>
        ) : (
          <p className="k-ol-facts">{facts.join(' · ')}</p>
        )}
        <RowLinks id={cause.id} reachable={reachable && active} skip={saidByPlace} />
        <HeldMark held={held} />
      </OutlineRow>
      {opened && <DetailsOf id={cause.id} />}
    </>
  )
})

/** A cause that is told in full somewhere else in the list: a reference, so that nothing is said twice and rings end. */
export const RepeatedCause = memo(function RepeatedCause({ cause }: { cause: Cause }) {
  const { t } = useWords()
  return (
    <p className="k-ol-repeated">
      <JumpTo id={cause.id} reachable={false}>
        {firstLineOf(cause.text) || t('board.untitledCause')}
      </JumpTo>{' '}
      <span>({t('outline.toldElsewhere')})</span>
    </p>
  )
})
