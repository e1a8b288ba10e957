import { Suspense } from 'react'
import { later } from '../../../app/later.ts'
import { useWords } from '../../../app/wordsContext.tsx'
import type { Api } from '../../../live/api.ts'
import { OutlineSection } from '../../../outline/OutlineSection.tsx'
import { problemSentence } from '../../problemSentence.ts'

const Incident = later(() =>
  import('./IncidentFields.tsx').then(({ IncidentFields }) => ({ default: IncidentFields })),
)
const People = later(() =>
  import('../../../people/PeoplePanel.tsx').then(({ PeoplePanel }) => ({ default: PeoplePanel })),
)

/** The incident as a whole: the fields of the inspector, which stand here on the page. */
export function IncidentSection({ api }: { api: Api }) {
  return (
    <OutlineSection name="incident">
      <div className="k-ol-panel k-ol-incident">
        <Suspense>
          <Incident api={api} />
        </Suspense>
      </div>
    </OutlineSection>
  )
}

export function PeopleSection({ api }: { api: Api }) {
  const { t } = useWords()
  return (
    <OutlineSection name="people">
      <div className="k-ol-panel k-ol-people">
        <Suspense>
          <People api={api} explain={(error) => problemSentence(t, error)} />
        </Suspense>
      </div>
    </OutlineSection>
  )
}
