import { richTextOf } from '../src/richText.ts'
import { id, link, ranked } from './drafting.ts'
import type { PaymentTimeoutWords } from './paymentTimeout.ja.ts'

type Column = 'keep' | 'problem' | 'try'

/** KPT: some notes signed, some in groups, two of the Keeps worth reusing elsewhere. */
export function kptOf(w: PaymentTimeoutWords) {
  const note = (
    column: Column,
    rank: string,
    name: keyof PaymentTimeoutWords['notes'],
    rest: object = {},
  ) => ({
    id: id(`note-${name}`),
    slot: { column, rank },
    text: richTextOf(w.notes[name]),
    ...rest,
  })
  const group = (column: Column, rank: string, name: keyof PaymentTimeoutWords['groups']) => ({
    id: id(`group-${name}`),
    name: w.groups[name],
    slot: { column, rank },
  })
  const [early, who, drift] = [id('group-early'), id('group-who'), id('group-drift')]
  const signed = (person: keyof PaymentTimeoutWords['people']) => ({ author: w.people[person][0] ?? null })
  return {
    kptGroups: [group('keep', 'a0', 'early'), group('problem', 'a0', 'who'), group('problem', 'a3', 'drift')],
    kptNotes: [
      note('keep', 'a0', 'call', { reusable: true, groupId: early }),
      note('keep', 'a1', 'support', { groupId: early }),
      note('keep', 'a2', 'logs'),
      note('keep', 'a3', 'compare', { reusable: true, ...signed('ito') }),
      note('problem', 'a0', 'who', { groupId: who }),
      note('problem', 'a1', 'night', { groupId: who }),
      note('problem', 'a2', 'where'),
      note('problem', 'a3', 'stale', { groupId: drift }),
      note('problem', 'a4', 'copies', { groupId: drift, ...signed('kato') }),
      note('problem', 'a5', 'merchants', signed('sato')),
      note('try', 'a0', 'alone', signed('suzuki')),
      note('try', 'a1', 'drill', signed('maria')),
      note('try', 'a2', 'phrase', signed('takahashi')),
    ],
  }
}

/** Every aim, two of them interim, most with their due day; what the override left behind is mended and done. */
export function actionsOf(w: PaymentTimeoutWords) {
  const action = (name: keyof PaymentTimeoutWords['actions'], aim: string, rest: object) => ({
    id: id(`action-${name}`),
    aim,
    text: richTextOf(w.actions[name]),
    doneWhen: w.doneWhen[name],
    ...rest,
  })
  const { platform, sre, operations, owner, sales } = w.teams
  const ticket = (key: string) => `https://example.com/tickets/${key}`
  const done = { status: 'done' }
  const doing = { status: 'doing' }
  return ranked([
    action('ci', 'prevent', {
      ...doing,
      assignee: platform,
      due: '2026-05-15',
      priority: 'high',
      ticket: ticket('PAY-311'),
    }),
    action('expire', 'prevent', {
      ...done,
      assignee: platform,
      due: '2026-04-28',
      priority: 'high',
      ticket: ticket('PAY-312'),
    }),
    action('remove', 'prevent', {
      ...done,
      permanent: false,
      assignee: platform,
      due: '2026-04-20',
      priority: 'high',
    }),
    action('watch', 'detect', { ...done, assignee: sre, due: '2026-04-30', ticket: ticket('SRE-88') }),
    action('alert', 'detect', { ...done, assignee: sre, due: '2026-04-30', ticket: ticket('SRE-89') }),
    action('runbook', 'recover', {
      ...doing,
      assignee: operations,
      due: '2026-05-08',
      priority: 'medium',
      ticket: ticket('OPS-140'),
    }),
    action('rule', 'prevent', { assignee: owner, due: '2026-05-29', priority: 'high' }),
    action('canary', 'limit', {
      assignee: platform,
      due: '2026-06-30',
      priority: 'medium',
      ticket: ticket('PAY-313'),
    }),
    action('daytime', 'prevent', { ...done, permanent: false, assignee: platform, due: '2026-04-20' }),
    action('merchants', 'recover', { assignee: sales, due: '2026-05-22', priority: 'low' }),
  ])
}

export const linksOfMending = [
  link('answers', 'action-ci', 'cause-staging'),
  link('answers', 'action-canary', 'cause-staging'),
  link('answers', 'action-ci', 'cause-unseen'),
  link('answers', 'action-daytime', 'cause-trigger'),
  link('answers', 'action-canary', 'cause-trigger'),
  link('answers', 'action-expire', 'cause-override'),
  link('answers', 'action-remove', 'cause-override'),
  link('answers', 'action-watch', 'cause-override'),
  link('answers', 'action-expire', 'cause-expiry'),
  link('answers', 'action-watch', 'cause-expiry'),
  link('answers', 'action-alert', 'cause-alert'),
  link('answers', 'action-rule', 'cause-authority'),
  link('answers', 'action-rule', 'cause-runbook'),
  link('answers', 'action-runbook', 'cause-runbook'),
  link('answers', 'action-merchants', 'cause-slow'),
  link('origin', 'note-who', 'cause-authority'),
  link('origin', 'note-stale', 'cause-expiry'),
  link('origin', 'note-copies', 'cause-staging'),
  link('origin', 'note-alone', 'action-rule'),
  link('origin', 'note-phrase', 'action-merchants'),
]
