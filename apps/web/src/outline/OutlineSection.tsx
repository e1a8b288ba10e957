import type { ReactNode } from 'react'
import { useWords } from '../app/wordsContext.tsx'

/** The sections, in the board's reading order. */
export const sectionNames = ['incident', 'people', 'timeline', 'causes', 'kpt', 'actions', 'notes'] as const
export type SectionName = (typeof sectionNames)[number]

export const headingOf = (name: SectionName): HTMLElement | null =>
  document.getElementById(`outline-${name}-title`)

export interface OutlineSectionProps {
  name: SectionName
  count?: number
  children: ReactNode
}
export function OutlineSection({ name, count, children }: OutlineSectionProps) {
  const { t } = useWords()
  const titled = `outline-${name}-title`
  const about = name === 'incident' || name === 'people' ? null : t(`outline.about.${name}`)
  return (
    <section id={`outline-${name}`} className="k-ol-section" aria-labelledby={titled} data-section={name}>
      <header className="k-ol-head">
        <h2 id={titled} tabIndex={-1}>
          {t(`outline.section.${name}`)}
          {count !== undefined && count > 0 && <span className="k-ol-count"> {count}</span>}
        </h2>
        {about && <p>{about}</p>}
      </header>
      {children}
    </section>
  )
}
