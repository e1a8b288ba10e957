import { richTextOf } from '../src/richText.ts'
import { type BoardSnapshot, boardSnapshotSchema } from '../src/snapshot.ts'
import { at, id, link, ranked, withPoints } from './drafting.ts'
import { en } from './paymentTimeout.en.ts'
import { ja, type PaymentTimeoutWords } from './paymentTimeout.ja.ts'
import { timelineOf } from './paymentTimeout.timeline.ts'

function board(w: PaymentTimeoutWords): BoardSnapshot {
  const confirmed = { certainty: 'confirmed' as const }
  const text = richTextOf
  return boardSnapshotSchema.parse({
    boardId: id('payment-timeout-board'),
    incident: {
      title: w.title,
      severity: 'sev1',
      services: w.services,
      tags: w.tags,
      timeZone: 'Asia/Tokyo',
      owner: w.owner,
      meetingAt: at('61:00'),
      summary: text(w.summary),
      impact: withPoints(w.impact),
      lessons: text(w.lessons),
    },
    people: ranked(
      Object.entries(w.people).map(([name, [who = '', department = '', role = '']]) => ({
        id: id(`person-${name}`),
        name: who,
        department,
        role,
        attended: name !== 'tanaka',
      })),
    ),
    timeline: timelineOf(w),
    causes: ranked([
      { id: id('cause-impact'), kind: 'impact', ...confirmed, operator: 'and', text: text(w.causes.impact) },
      { id: id('cause-staging'), kind: 'root', layer: 'process', ...confirmed, text: text(w.causes.staging) },
      {
        id: id('cause-alert'),
        kind: 'contributing',
        layer: 'technical',
        ...confirmed,
        text: text(w.causes.alert),
      },
      {
        id: id('cause-unseen'),
        kind: 'root',
        layer: 'organisation',
        ...confirmed,
        text: text(w.causes.unseen),
      },
      {
        id: id('cause-pool'),
        kind: 'contributing',
        layer: 'technical',
        acceptedRisk: w.acceptedRisk,
        text: text(w.causes.pool),
      },
      {
        id: id('cause-authority'),
        kind: 'condition',
        layer: 'communication',
        text: text(w.causes.authority),
      },
      {
        id: id('cause-runbook'),
        kind: 'condition',
        layer: 'process',
        ...confirmed,
        text: text(w.causes.runbook),
      },
      {
        id: id('cause-database'),
        kind: 'direct',
        layer: 'technical',
        certainty: 'refuted',
        text: text(w.causes.database),
      },
      {
        id: id('cause-night'),
        kind: 'mitigating',
        layer: 'external',
        ...confirmed,
        text: text(w.causes.night),
      },
    ]),
    kptGroups: [{ id: id('group-who'), name: w.group, slot: { column: 'problem', rank: 'a0' } }],
    kptNotes: [
      { id: id('note-call'), slot: { column: 'keep', rank: 'a0' }, text: text(w.notes.call), reusable: true },
      { id: id('note-support'), slot: { column: 'keep', rank: 'a1' }, text: text(w.notes.support) },
      { id: id('note-logs'), slot: { column: 'keep', rank: 'a2' }, text: text(w.notes.logs) },
      {
        id: id('note-who'),
        slot: { column: 'problem', rank: 'a0' },
        text: text(w.notes.who),
        groupId: id('group-who'),
      },
      {
        id: id('note-night'),
        slot: { column: 'problem', rank: 'a1' },
        text: text(w.notes.night),
        groupId: id('group-who'),
      },
      { id: id('note-where'), slot: { column: 'problem', rank: 'a2' }, text: text(w.notes.where) },
      {
        id: id('note-alone'),
        slot: { column: 'try', rank: 'a0' },
        text: text(w.notes.alone),
        author: w.people.suzuki[0] ?? null,
      },
      {
        id: id('note-drill'),
        slot: { column: 'try', rank: 'a1' },
        text: text(w.notes.drill),
        author: w.people.maria[0] ?? null,
      },
    ],
    actions: ranked([
      {
        id: id('action-ci'),
        aim: 'prevent',
        assignee: w.teams.platform,
        due: '2026-05-15',
        status: 'doing',
        priority: 'high',
        doneWhen: w.doneWhen.ci,
        ticket: 'https://example.com/tickets/PAY-311',
        text: text(w.actions.ci),
      },
      {
        id: id('action-alert'),
        aim: 'detect',
        assignee: w.teams.sre,
        due: '2026-04-30',
        status: 'done',
        doneWhen: w.doneWhen.alert,
        text: text(w.actions.alert),
      },
      {
        id: id('action-runbook'),
        aim: 'recover',
        assignee: w.teams.operations,
        due: '2026-05-08',
        doneWhen: w.doneWhen.runbook,
        text: text(w.actions.runbook),
      },
      { id: id('action-rule'), aim: 'prevent', text: text(w.actions.rule) },
      {
        id: id('action-canary'),
        aim: 'limit',
        assignee: w.teams.platform,
        due: '2026-06-30',
        doneWhen: w.doneWhen.canary,
        text: text(w.actions.canary),
      },
      {
        id: id('action-daytime'),
        aim: 'prevent',
        permanent: false,
        assignee: w.teams.platform,
        due: '2026-04-20',
        status: 'done',
        text: text(w.actions.daytime),
      },
    ]),
    freeNotes: [{ id: id('free-merchants'), text: text(w.freeNote) }],
    links: [
      link('because', 'cause-impact', 'cause-staging'),
      link('because', 'cause-impact', 'cause-alert'),
      link('because', 'cause-impact', 'cause-database'),
      link('because', 'cause-staging', 'cause-unseen'),
      link('because', 'cause-staging', 'cause-pool'),
      link('because', 'cause-alert', 'cause-authority'),
      link('because', 'cause-unseen', 'cause-runbook'),
      link('because', 'cause-alert', 'cause-night'),
      link('evidence', 'entry-found', 'cause-staging'),
      link('evidence', 'entry-alert', 'cause-alert'),
      link('evidence', 'entry-database', 'cause-database'),
      link('evidence', 'entry-decide', 'cause-authority'),
      link('answers', 'action-ci', 'cause-staging'),
      link('answers', 'action-canary', 'cause-staging'),
      link('answers', 'action-ci', 'cause-unseen'),
      link('answers', 'action-alert', 'cause-unseen'),
      link('answers', 'action-alert', 'cause-alert'),
      link('answers', 'action-daytime', 'cause-unseen'),
      link('answers', 'action-runbook', 'cause-runbook'),
      link('answers', 'action-rule', 'cause-runbook'),
      link('answers', 'action-rule', 'cause-authority'),
      link('origin', 'note-who', 'cause-authority'),
      link('origin', 'note-alone', 'action-rule'),
    ],
  })
}

/** A worked incident, small: a payment API whose timeout was three seconds in production only. */
export const paymentTimeout: Record<'ja' | 'en', BoardSnapshot> = { ja: board(ja), en: board(en) }
