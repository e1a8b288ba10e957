import {
  emptySnapshot,
  kptGroupSchema,
  kptNoteSchema,
  richTextOf,
  roundSchema,
  timelineEntrySchema,
} from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import { renderPostmortem } from './renderPostmortem.tsx'

const id = (letter: string): string => letter.repeat(22)
const note = (letter: string, rank: string, more: object = {}) =>
  kptNoteSchema.parse({
    id: id(letter),
    slot: { column: 'keep', rank },
    text: richTextOf(`note ${letter}`),
    ...more,
  })
const board = {
  ...emptySnapshot(),
  timeline: [timelineEntrySchema.parse({ id: id('e'), text: richTextOf('the rollback') })],
  kptGroups: [kptGroupSchema.parse({ id: id('g'), name: 'Fast', slot: { column: 'keep', rank: 'a5' } })],
  kptNotes: [
    note('a', 'a1', { groupId: id('g') }),
    note('b', 'a2', { seal: 'S'.repeat(43), author: 'Nobody may know' }),
    note('c', 'a3', { groupId: id('g') }),
  ],
  links: [{ kind: 'about' as const, from: id('b'), to: id('e') }],
  rounds: [
    roundSchema.parse({
      id: id('r'),
      kind: 'voting',
      mode: 'anonymous',
      tokenKey: 'A'.repeat(43),
      tokens: 3,
      members: 5,
      openedAt: '2026-04-20T01:00:00Z',
      endedAt: '2026-04-20T01:10:00Z',
      votes: { [id('g')]: 4, [id('b')]: 1 },
    }),
  ],
}
const page = (snapshot = board): string => renderPostmortem({ snapshot, language: 'en', revision: null })

describe('KPT on the page', () => {
  it('[RD30] a group stands at its place with its notes, as on the board', () => {
    const html = page()
    const order = ['note b', 'Fast', 'note a', 'note c'].map((words) =>
      html.indexOf(words, html.indexOf('class="kpt"')),
    )
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(0)
  })
  it('[RD30] votes stand at the group and at the note in none, and nowhere where no vote was counted', () => {
    expect(page()).toContain('>4 votes<')
    expect(page()).toContain('>1 vote<')
    expect(page({ ...board, rounds: [] })).not.toMatch(/\d votes?</)
  })
  it('[RD31] an anonymous note says so and names nobody', () => {
    expect(page()).toContain('>Anonymous<')
    expect(page()).not.toContain('Nobody may know')
  })
  it('[RD30] a note leads to what it speaks of', () => {
    expect(page()).toContain(`href="#entry-${id('e')}"`)
    expect(page()).toMatch(/About: .*the rollback/s)
  })
})
