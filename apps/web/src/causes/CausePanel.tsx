import { addAction, changeCause, linkItems } from '@kintsugi/board'
import { type Cause, causeCertainties, causeKinds, causeLayers, causeOperators } from '@kintsugi/model'
import { Button, ChoiceChips, TextField } from '@kintsugi/ui'
import { Select } from '@kintsugi/ui/overlays'
import { CornerDownRight, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useDesk, useSession, useWritable } from '../board/boardContext.tsx'
import { coverIn, linksOf } from '../board/readings.ts'
import { RichField } from '../editor/RichField.tsx'
import { wantsAnswer } from './layoutCauses.ts'

export interface CausePanelProps {
  cause: Cause
  links: ReactNode
  onWhy: () => void
}
export function CausePanel(props: CausePanelProps) {
  const { t } = useWords()
  const disabled = !useWritable()
  const { cause } = props
  return (
    <>
      <RichField
        key={cause.id}
        label={t('panels.text')}
        text={{ part: 'causes', id: cause.id, field: 'text' }}
        value={cause.text}
        placeholder={t('panels.writeHere')}
        disabled={disabled}
      />
      <CauseFacts {...props} />
    </>
  )
}

/** Everything about it but its text, which may stand elsewhere. */
export function CauseFacts({ cause, links, onWhy }: CausePanelProps) {
  const { t } = useWords()
  const { board } = useSession()
  const desk = useDesk()
  const disabled = !useWritable()
  const cover = useBoard((s) => coverIn(s).byCause[cause.id] ?? 'bare')
  const behind = useBoard(
    (s) => linksOf(s, cause.id).filter((l) => l.kind === 'because' && l.from === cause.id).length,
  )
  const change = (patch: Parameters<typeof changeCause>[2]): void => {
    changeCause(board, cause.id, patch)
  }
  const answerWithNew = (): void => {
    const id = addAction(board, {})
    linkItems(board, { kind: 'answers', from: id, to: cause.id })
    desk.begin({ part: 'actions', id, field: 'text' })
  }
  return (
    <>
      {wantsAnswer(cause) && (
        <p className="k-cover" data-cover={cover}>
          <span className="k-label">{t('panels.cause.cover')}</span>
          <b>{t(`terms.cover.${cover}`)}</b>
        </p>
      )}
      <div className="grid grid-cols-2 gap-2">
        <Select
          label={t('panels.cause.kind')}
          value={cause.kind}
          disabled={disabled}
          testId="cause-kind"
          choices={causeKinds.map((value) => ({ value, label: t(`terms.causeKind.${value}`) }))}
          onChoose={(kind) => change({ kind })}
        />
        <Select
          label={t('panels.cause.layer')}
          value={cause.layer ?? 'none'}
          disabled={disabled}
          testId="cause-layer"
          choices={[
            { value: 'none', label: t('panels.notChosen') },
            ...causeLayers.map((value) => ({ value, label: t(`terms.causeLayer.${value}`) })),
          ]}
          onChoose={(layer) => change({ layer: layer === 'none' ? null : layer })}
        />
      </div>
      <ChoiceChips
        label={t('panels.cause.certainty')}
        disabled={disabled}
        value={cause.certainty}
        choices={causeCertainties.map((value) => ({ value, label: t(`terms.causeCertainty.${value}`) }))}
        onChoose={(certainty) => certainty && change({ certainty })}
      />
      {behind > 1 && (
        <ChoiceChips
          label={t('panels.cause.operator')}
          disabled={disabled}
          value={cause.operator}
          choices={causeOperators.map((value) => ({ value, label: t(`panels.cause.operatorName.${value}`) }))}
          onChoose={(operator) => operator && change({ operator })}
        />
      )}
      {!disabled && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={onWhy} data-testid="ask-why">
            <CornerDownRight size={14} aria-hidden="true" />
            {t('panels.cause.why')}
          </Button>
          {wantsAnswer(cause) && (
            <Button onClick={answerWithNew} data-testid="answer-cause">
              <Plus size={14} aria-hidden="true" />
              {t('panels.cause.newAction')}
            </Button>
          )}
        </div>
      )}
      {links}
      {wantsAnswer(cause) && (
        <TextField
          key={`${cause.id} risk`}
          label={t('panels.cause.acceptedRisk')}
          hint={t('panels.cause.acceptedRiskHint')}
          value={cause.acceptedRisk}
          rows={2}
          maxLength={1000}
          disabled={disabled}
          testId="accepted-risk"
          onCommit={(acceptedRisk) => void change({ acceptedRisk })}
        />
      )}
    </>
  )
}
