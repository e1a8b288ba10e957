import type { Words } from './index.ts'

/** Names of the usual ground rules, in their order; their sentences stand in `practice.rules.usual`. */
export const usualRuleNames = ['mechanism', 'hindsight', 'views', 'openness', 'use'] as const

/** The ground rules that hold where a team has not written its own. */
export function usualRules(t: Words): string[] {
  return usualRuleNames.map((name) => t(`practice.rules.usual.${name}`))
}

export interface Invitation {
  /** The incident's title; may be empty. */
  title: string
  /** The meeting's time as people read it. */
  when: string
  owner: string
  summary: string
  /** The team's own ground rules as plain text; empty: the usual ones. */
  groundRules: string
  /** Address of the board. */
  board: string
}

/** What the meeting is called in a calendar. */
export function invitationTitle(t: Words, { title }: Pick<Invitation, 'title'>): string {
  return t('practice.invitation.title', { title: title || t('practice.invitation.untitled') })
}

/** The invitation as plain text, for a mail, a chat or a calendar entry: the ground rules go out beforehand. */
export function invitationText(t: Words, invitation: Invitation): string {
  const { when, owner, summary, groundRules, board } = invitation
  const lines = (name: 'when' | 'owner' | 'board', value: string): string[] =>
    value === '' ? [] : [`${t(`practice.invitation.${name}`)}: ${value}`]
  const rules = groundRules === '' ? usualRules(t) : groundRules.split('\n').filter(Boolean)
  const parts = [
    [invitationTitle(t, invitation), t('practice.invitation.greeting')],
    [...lines('when', when), ...lines('owner', owner), ...lines('board', board)],
    summary === '' ? [] : [t('practice.invitation.summary'), summary],
    [t('practice.invitation.rules'), ...rules.map((rule) => `・${rule}`)],
    [t('practice.invitation.prepare')],
  ]
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
}
