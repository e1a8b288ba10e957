import type { BoardSnapshot } from '@kintsugi/model'

export interface EvidenceCoverage {
  entries: number
  withEvidence: number
  links: number
  /** withEvidence / entries, 0–1; null where there is no entry. */
  share: number | null
}

export function evidenceCoverage(snapshot: Pick<BoardSnapshot, 'timeline'>): EvidenceCoverage {
  const entries = snapshot.timeline.length
  const withEvidence = snapshot.timeline.filter((entry) => entry.evidence.length > 0).length
  const links = snapshot.timeline.reduce((sum, entry) => sum + entry.evidence.length, 0)
  return { entries, withEvidence, links, share: entries === 0 ? null : withEvidence / entries }
}
