import { responseReviews } from '@kintsugi/model'
import type { ReactNode } from 'react'
import { InlineText } from './RichTextView.tsx'
import type { Reading } from './reading.ts'
import { EntryTime } from './TimelineTable.tsx'

/** What worked, what could be better and what was luck, each with its place on the timeline. */
export function ResponseReview({ reading }: { reading: Reading }): ReactNode {
  const { snapshot, t } = reading
  return (
    <div className="response">
      {responseReviews.map((review) => {
        const entries = snapshot.timeline.filter((entry) => entry.review === review)
        return entries.length === 0 ? null : (
          <section key={review} className={review}>
            <h3>{t(`terms.review.${review}`)}</h3>
            <ul>
              {entries.map((entry) => (
                <li key={entry.id}>
                  <a className="when" href={`#entry-${entry.id}`}>
                    <EntryTime reading={reading} entry={entry} />
                  </a>{' '}
                  <InlineText text={entry.text} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
