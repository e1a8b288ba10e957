import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { headingOf, type SectionName, sectionNames } from './OutlineSection.tsx'

/** Brings a section into sight and puts the reading place at its heading. */
export function goToSection(name: SectionName): void {
  const heading = headingOf(name)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** The list of headings: beside the text, or as tabs below it on a phone. */
export interface SectionNavProps {
  scroller: RefObject<HTMLElement | null>
  /** Stands at the head of the list. */
  children: ReactNode
}
export function SectionNav({ scroller, children }: SectionNavProps) {
  const { t } = useWords()
  const list = useRef<HTMLOListElement>(null)
  const [current, setCurrent] = useState<SectionName>('incident')
  useEffect(() => {
    const host = scroller.current
    if (!host) return
    // Whatever section crosses a line in the upper third is the one that is read.
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries)
          if (isIntersecting) setCurrent((target as HTMLElement).dataset.section as SectionName)
      },
      { root: host, rootMargin: '-24% 0px -75% 0px' },
    )
    for (const section of host.querySelectorAll('[data-section]')) watcher.observe(section)
    return () => watcher.disconnect()
  }, [scroller])
  // As tabs on a phone they do not all fit.
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`[href="#outline-${current}"]`)
    if (tab && list.current) list.current.scrollLeft = tab.offsetLeft - 60
  }, [current])
  return (
    <nav className="k-ol-nav" aria-label={t('outline.sections')} data-testid="outline-sections">
      {children}
      <ol ref={list}>
        {sectionNames.map((name) => (
          <li key={name}>
            <a
              href={`#outline-${name}`}
              aria-current={current === name ? 'true' : undefined}
              data-testid={`to-${name}`}
              onClick={(event) => {
                event.preventDefault()
                goToSection(name)
                setCurrent(name)
              }}
            >
              {t(`outline.section.${name}`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
