import { richTextOf } from '../src/richText.ts'
import { id, link, ranked } from './drafting.ts'
import type { PaymentTimeoutWords } from './paymentTimeout.ja.ts'

/** Three branches: why it broke (all three of it had to come together), why it was not seen, why it took long to undo. */
export function causesOf(w: PaymentTimeoutWords) {
  const confirmed = { certainty: 'confirmed' as const }
  const cause = (name: keyof PaymentTimeoutWords['causes'], kind: string, rest: object) => ({
    id: id(`cause-${name}`),
    kind,
    text: richTextOf(w.causes[name]),
    ...rest,
  })
  return ranked([
    cause('impact', 'impact', { ...confirmed, operator: 'and' }),
    cause('direct', 'direct', { ...confirmed, layer: 'technical', operator: 'and' }),
    cause('trigger', 'trigger', { ...confirmed, layer: 'technical' }),
    cause('override', 'contributing', { ...confirmed, layer: 'technical' }),
    cause('expiry', 'root', { ...confirmed, layer: 'process' }),
    cause('staging', 'root', { ...confirmed, layer: 'process' }),
    cause('unseen', 'root', { ...confirmed, layer: 'organisation' }),
    cause('slow', 'contributing', { ...confirmed, layer: 'communication' }),
    cause('alert', 'contributing', { ...confirmed, layer: 'technical' }),
    cause('authority', 'root', { ...confirmed, layer: 'communication' }),
    cause('runbook', 'condition', { ...confirmed, layer: 'process' }),
    cause('pool', 'contributing', { layer: 'technical', acceptedRisk: w.acceptedRisk }),
    cause('database', 'direct', { certainty: 'refuted', layer: 'technical' }),
    cause('night', 'mitigating', { ...confirmed, layer: 'external' }),
  ])
}

export const linksOfCauses = [
  link('because', 'cause-impact', 'cause-direct'),
  link('because', 'cause-impact', 'cause-slow'),
  link('because', 'cause-impact', 'cause-database'),
  link('because', 'cause-impact', 'cause-night'),
  link('because', 'cause-direct', 'cause-trigger'),
  link('because', 'cause-direct', 'cause-override'),
  link('because', 'cause-direct', 'cause-pool'),
  link('because', 'cause-trigger', 'cause-staging'),
  link('because', 'cause-override', 'cause-expiry'),
  link('because', 'cause-staging', 'cause-unseen'),
  link('because', 'cause-slow', 'cause-alert'),
  link('because', 'cause-slow', 'cause-authority'),
  link('because', 'cause-slow', 'cause-runbook'),
  link('evidence', 'entry-deploy', 'cause-trigger'),
  link('evidence', 'entry-slow', 'cause-direct'),
  link('evidence', 'entry-found', 'cause-direct'),
  link('evidence', 'entry-found', 'cause-override'),
  link('evidence', 'entry-found', 'cause-expiry'),
  link('evidence', 'entry-compare', 'cause-staging'),
  link('evidence', 'entry-compare', 'cause-unseen'),
  link('evidence', 'entry-alert', 'cause-alert'),
  link('evidence', 'entry-rollback', 'cause-slow'),
  link('evidence', 'entry-decide', 'cause-authority'),
  link('evidence', 'entry-steps', 'cause-runbook'),
  link('evidence', 'entry-calm', 'cause-database'),
  link('evidence', 'entry-night', 'cause-night'),
]
