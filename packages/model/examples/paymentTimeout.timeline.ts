import { richTextOf } from '../src/richText.ts'
import type { Evidence } from '../src/timeline.ts'
import { at, id, ranked } from './drafting.ts'
import type { PaymentTimeoutWords } from './paymentTimeout.ja.ts'

/** Ten entries from the change to the recovery. */
export function timelineOf(w: PaymentTimeoutWords) {
  const proof = (name: string, label: string, path: string): Evidence => ({
    id: id(`proof-${name}`),
    url: `https://example.com/${path}`,
    label,
  })
  const text = richTextOf
  return ranked([
    {
      id: id('entry-deploy'),
      at: at('21:47'),
      approx: true,
      kind: 'change',
      milestone: { name: 'impactStart' },
      text: text(w.entries.deploy),
      actor: w.roles.pipeline,
      evidence: [proof('deploy', w.evidence.deploy, 'deploys/1842')],
    },
    {
      id: id('entry-alert'),
      at: at('21:52:10'),
      kind: 'alert',
      milestone: { name: 'detected' },
      text: text(w.entries.alert),
      evidence: [
        proof('metrics', w.evidence.metrics, 'metrics/payments?from=2147'),
        proof('log', w.evidence.log, 'logs/payments'),
      ],
    },
    {
      id: id('entry-ack'),
      at: at('21:54'),
      kind: 'message',
      milestone: { name: 'acknowledged' },
      text: text(w.entries.ack),
      actor: w.roles.oncall,
    },
    {
      id: id('entry-database'),
      at: at('21:58'),
      until: at('22:10'),
      kind: 'action',
      text: text(w.entries.database),
      actor: w.roles.oncall,
      saw: text(w.databaseSaw),
      believed: text(w.databaseBelieved),
      review: 'improve',
      evidence: [proof('chat', w.evidence.chat, 'archives/C01/p1776517080')],
    },
    {
      id: id('entry-status'),
      at: at('22:12'),
      kind: 'statusPost',
      milestone: { name: 'firstStatusPost' },
      text: text(w.entries.status),
      actor: w.roles.support,
      review: 'worked',
      evidence: [proof('page', w.evidence.page, 'status/418')],
    },
    {
      id: id('entry-found'),
      at: at('22:28'),
      kind: 'observation',
      milestone: { name: 'identified' },
      text: text(w.entries.found),
      actor: w.roles.oncall,
      evidence: [proof('diff', w.evidence.diff, 'settings/diff')],
    },
    {
      id: id('entry-decide'),
      at: at('22:31'),
      kind: 'decision',
      text: text(w.entries.decide),
      actor: w.roles.oncall,
      saw: text(w.decideSaw),
      believed: text(w.decideBelieved),
      options: text(w.decideOptions),
      review: 'worked',
      evidence: [proof('call', w.evidence.call, 'notes/2230')],
    },
    {
      id: id('entry-rollback'),
      at: at('22:45'),
      kind: 'action',
      milestone: { name: 'mitigated' },
      text: text(w.entries.rollback),
      actor: w.roles.oncall,
      evidence: [proof('log2', w.evidence.log, 'logs/deploys')],
    },
    {
      id: id('entry-night'),
      at: at('23:30'),
      kind: 'observation',
      text: text(w.entries.night),
      review: 'lucky',
    },
    {
      id: id('entry-normal'),
      at: at('24:10'),
      kind: 'observation',
      milestone: { name: 'resolved' },
      text: text(w.entries.normal),
      evidence: [proof('metrics2', w.evidence.metrics, 'metrics/payments?from=0000')],
    },
  ])
}
