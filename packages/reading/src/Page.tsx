import type { RichText } from '@kintsugi/model'
import type { ReactNode } from 'react'
import { ActionsTable } from './ActionsTable.tsx'
import { Appendix } from './Appendix.tsx'
import { CausalFigure } from './CausalFigure.tsx'
import { CausalList } from './CausalList.tsx'
import { CoverageTable } from './CoverageTable.tsx'
import { Figures } from './Figures.tsx'
import { KptColumns } from './KptColumns.tsx'
import { LiveBar, type ReadLive } from './LiveBar.tsx'
import { Masthead } from './Masthead.tsx'
import { RecordCard } from './RecordCard.tsx'
import { ResponseReview } from './ResponseReview.tsx'
import { RichTextView } from './RichTextView.tsx'
import type { Reading } from './reading.ts'
import { TimelineFigure } from './TimelineFigure.tsx'
import { TimelineTable } from './TimelineTable.tsx'

interface Chapter {
  id: 'summary' | 'impact' | 'timeline' | 'causes' | 'response' | 'lessons' | 'kpt' | 'actions' | 'appendix'
  content: ReactNode
}

/** The chapters there is something to say in; the four that make a postmortem are there in any case. */
function chaptersOf(reading: Reading): Chapter[] {
  const { snapshot, t } = reading
  const { incident } = snapshot
  const none = <p className="none">{t('reading.none')}</p>
  const text = (id: 'impact' | 'lessons', from: RichText): Chapter[] =>
    from.content.length === 0 ? [] : [{ id, content: <Prose text={from} /> }]
  return [
    {
      id: 'summary',
      content: (
        <>
          {incident.summary.content.length === 0 ? none : <Prose text={incident.summary} />}
          <Figures reading={reading} />
        </>
      ),
    },
    ...text('impact', incident.impact),
    {
      id: 'timeline',
      content:
        snapshot.timeline.length === 0 ? (
          none
        ) : (
          <>
            <TimelineFigure reading={reading} />
            <TimelineTable reading={reading} />
          </>
        ),
    },
    {
      id: 'causes',
      content:
        snapshot.causes.length === 0 ? (
          none
        ) : (
          <>
            <CausalFigure reading={reading} />
            <CausalList reading={reading} />
          </>
        ),
    },
    ...(snapshot.timeline.some((entry) => entry.review !== null)
      ? [{ id: 'response' as const, content: <ResponseReview reading={reading} /> }]
      : []),
    ...text('lessons', incident.lessons),
    { id: 'kpt', content: <KptColumns reading={reading} /> },
    {
      id: 'actions',
      content:
        snapshot.actions.length === 0 ? (
          none
        ) : (
          <>
            <ActionsTable reading={reading} />
            <CoverageTable reading={reading} />
            <p className="legend">{t('reading.legend')}</p>
          </>
        ),
    },
    { id: 'appendix', content: <Appendix reading={reading} /> },
  ]
}

function Prose({ text }: { text: RichText }): ReactNode {
  return (
    <div className="prose">
      <RichTextView text={text} />
    </div>
  )
}

/** The whole page in reading order; what stands beside the text on a wide screen comes before and after it. */
export function Page({ reading, live = null }: { reading: Reading; live?: ReadLive | null }): ReactNode {
  const { t } = reading
  const chapters = chaptersOf(reading)
  return (
    <>
      <a className="skip" href="#text">
        {t('reading.skip')}
      </a>
      <div className="gold-line" />
      {live === null ? null : <LiveBar reading={reading} live={live} />}
      <div className="page">
        <nav className="contents" aria-label={t('reading.contents')}>
          <ol>
            {chapters.map(({ id }) => (
              <li key={id}>
                <a href={`#${id}`}>{t(`reading.section.${id}`)}</a>
              </li>
            ))}
          </ol>
        </nav>
        <main id="text" tabIndex={-1}>
          <Masthead reading={reading} isDraft={reading.revision === null && live?.state !== 'final'} />
          {chapters.map(({ id, content }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>{t(`reading.section.${id}`)}</h2>
              {content}
            </section>
          ))}
        </main>
        <RecordCard reading={reading} />
      </div>
      <footer className="colophon">
        <p>{t('reading.madeWith')}</p>
      </footer>
    </>
  )
}
