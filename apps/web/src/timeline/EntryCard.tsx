import type { TimelineEntry } from '@kintsugi/model'
import { ArrowUpRight, CircleHelp } from 'lucide-react'
import { memo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard } from '../board/boardContext.tsx'
import { TextView } from '../editor/TextView.tsx'
import { entryIcons } from './entryIcons.tsx'
import { baseOf, entryTime } from './entryTime.ts'
import { entryLines, hasFoot, wantsMentalModel } from './layoutTimeline.ts'
import './timeline.css'

export const EntryCard = memo(function EntryCard({ entry }: { entry: TimelineEntry }) {
  const { t, language } = useWords()
  const timeZone = useBoard((s) => s.incident.timeZone)
  const base = useBoard((s) => baseOf(s.timeline))
  const Icon = entryIcons[entry.kind]
  const { milestone, evidence } = entry
  const firstProof = evidence[0]
  return (
    <article
      className="k-card k-entry"
      data-item={entry.id}
      data-part="timeline"
      data-certainty={entry.certainty}
    >
      <header className="k-card-head">
        <time className="k-entry-time" dateTime={entry.at ?? undefined}>
          {entryTime(entry, { t, language, timeZone, base })}
        </time>
        <Icon size={13} strokeWidth={1.8} />
        <span className="truncate">
          {t(`terms.entryKind.${entry.kind}`)}
          {entry.certainty !== 'fact' && ` · ${t(`terms.entryCertainty.${entry.certainty}`)}`}
        </span>
      </header>
      <TextView text={entry.text} empty={t('board.untitledEntry')} lines={entryLines(entry)} />
      {hasFoot(entry) && (
        <footer className="k-card-foot">
          {milestone && (
            <span className="k-tag k-tag-milestone" data-suggested={milestone.suggested}>
              {t(`terms.milestone.${milestone.name}`)}
              {milestone.suggested && '?'}
            </span>
          )}
          {firstProof && (
            <span className="k-tag">
              <span className="truncate">{firstProof.label || hostOf(firstProof.url)}</span>
              <ArrowUpRight size={11} />
            </span>
          )}
          {evidence.length > 1 && <span className="k-tag">+{evidence.length - 1}</span>}
          {wantsMentalModel(entry) && (
            <span className="k-tag k-tag-ask">
              <CircleHelp size={11} />
              <span className="truncate">{t('board.askWhatWasSeen')}</span>
            </span>
          )}
        </footer>
      )}
    </article>
  )
})

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host || url : url
}
