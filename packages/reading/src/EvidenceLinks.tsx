import type { Evidence } from '@kintsugi/model'
import type { ReactNode } from 'react'
import { hostOf, linkRel, safeHref } from './safeHref.ts'

export function EvidenceLinks({ evidence }: { evidence: readonly Evidence[] }): ReactNode {
  return evidence.map(({ id, url, label }) => {
    const href = safeHref(url)
    const words = label === '' ? hostOf(url) : label
    return href === undefined ? (
      <span key={id} className="tag">
        {words}
      </span>
    ) : (
      <a key={id} className="tag" href={href} rel={linkRel}>
        {words}
      </a>
    )
  })
}
