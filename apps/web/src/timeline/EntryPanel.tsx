import { changeTimelineEntry } from '@kintsugi/board'
import {
  entryCertainties,
  entryKinds,
  milestones,
  responseReviews,
  type TimelineEntry,
  type TimelineEntryText,
} from '@kintsugi/model'
import { Button, ChoiceChips, TextField } from '@kintsugi/ui'
import { Select } from '@kintsugi/ui/overlays'
import type { ReactNode } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useSession, useWritable } from '../board/boardContext.tsx'
import { RichField } from '../editor/RichField.tsx'
import { EvidenceFields } from './EvidenceFields.tsx'
import { TimeFields } from './TimeFields.tsx'

export interface EntryPanelProps {
  entry: TimelineEntry
  links: ReactNode
}
export function EntryPanel(props: EntryPanelProps) {
  const { t } = useWords()
  const disabled = !useWritable()
  const { entry } = props
  return (
    <>
      <RichField
        key={`${entry.id} text`}
        label={t('panels.text')}
        text={{ part: 'timeline', id: entry.id, field: 'text' }}
        value={entry.text}
        placeholder={t('panels.writeHere')}
        disabled={disabled}
      />
      <EntryFacts {...props} />
    </>
  )
}

/** Everything about it but its text, which may stand elsewhere. */
export function EntryFacts({ entry, links }: EntryPanelProps) {
  const { t } = useWords()
  const { board } = useSession()
  const disabled = !useWritable()
  const change = (patch: Parameters<typeof changeTimelineEntry>[2]): void => {
    changeTimelineEntry(board, entry.id, patch)
  }
  const rich = (field: TimelineEntryText, label: string) => (
    <RichField
      key={`${entry.id} ${field}`}
      label={label}
      text={{ part: 'timeline', id: entry.id, field }}
      value={entry[field]}
      placeholder={t('panels.writeHere')}
      disabled={disabled}
    />
  )
  return (
    <>
      <TimeFields key={entry.id} entry={entry} />
      <div className="grid grid-cols-2 gap-2">
        <Select
          label={t('panels.entry.kind')}
          value={entry.kind}
          disabled={disabled}
          testId="entry-kind"
          choices={entryKinds.map((value) => ({ value, label: t(`terms.entryKind.${value}`) }))}
          onChoose={(kind) => change({ kind })}
        />
        <Select
          label={t('panels.entry.milestone')}
          value={entry.milestone?.name ?? 'none'}
          disabled={disabled}
          testId="entry-milestone"
          choices={[
            { value: 'none', label: t('panels.none') },
            ...milestones.map((value) => ({ value, label: t(`terms.milestone.${value}`) })),
          ]}
          onChoose={(name) => change({ milestone: name === 'none' ? null : { name, suggested: false } })}
        />
      </div>
      {entry.milestone?.suggested && !disabled && (
        <div className="k-suggestion" role="note">
          <p>{t('panels.entry.suggested')}</p>
          <div className="flex gap-2">
            <Button
              data-testid="confirm-milestone"
              onClick={() =>
                entry.milestone && change({ milestone: { name: entry.milestone.name, suggested: false } })
              }
            >
              {t('panels.entry.confirm')}
            </Button>
            <Button look="quiet" onClick={() => change({ milestone: null })}>
              {t('panels.entry.deny')}
            </Button>
          </div>
        </div>
      )}
      <div className="k-mental">
        {rich('saw', t('panels.entry.saw'))}
        {rich('believed', t('panels.entry.believed'))}
        {rich('options', t('panels.entry.options'))}
      </div>
      <ChoiceChips
        label={t('panels.entry.review')}
        clearable
        disabled={disabled}
        value={entry.review}
        choices={responseReviews.map((value) => ({ value, label: t(`terms.review.${value}`) }))}
        onChoose={(review) => change({ review })}
      />
      <EvidenceFields entry={entry} />
      {links}
      <ChoiceChips
        label={t('panels.entry.certainty')}
        disabled={disabled}
        value={entry.certainty}
        choices={entryCertainties.map((value) => ({ value, label: t(`terms.entryCertainty.${value}`) }))}
        onChoose={(certainty) => certainty && change({ certainty })}
      />
      <TextField
        key={`${entry.id} actor`}
        label={t('panels.entry.actor')}
        hint={t('panels.entry.actorHint')}
        value={entry.actor}
        maxLength={100}
        disabled={disabled}
        onCommit={(actor) => void change({ actor: actor.trim() })}
      />
      {entry.source?.original && (
        <details className="k-source">
          <summary>{t('panels.entry.source', { line: entry.source.line ?? '–' })}</summary>
          <pre>{entry.source.original}</pre>
        </details>
      )}
    </>
  )
}
