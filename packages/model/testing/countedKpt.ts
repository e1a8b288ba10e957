import {
  type BoardSnapshot,
  emptySnapshot,
  kptGroupSchema,
  kptNoteSchema,
  richTextOf,
  roundSchema,
  timelineEntrySchema,
} from '../src/index.ts'

/** 22 times the same letter. */
export const idOf = (letter: string): string => letter.repeat(22)
const note = (letter: string, rank: string, more: object = {}) =>
  kptNoteSchema.parse({
    id: idOf(letter),
    slot: { column: 'keep', rank },
    text: richTextOf(`note ${letter}`),
    ...more,
  })
/**
 * A Keep column after a round of votes: an anonymous note about an entry, and two in a group, one of them signed. Note b is
 * by nobody, whatever a careless client has put beside its seal.
 */
export const countedKpt: BoardSnapshot = {
  ...emptySnapshot(),
  timeline: [
    timelineEntrySchema.parse({ id: idOf('e'), text: richTextOf('the rollback'), keepAnswered: true }),
  ],
  kptGroups: [kptGroupSchema.parse({ id: idOf('g'), name: 'Fast', slot: { column: 'keep', rank: 'a5' } })],
  kptNotes: [
    note('a', 'a1', { groupId: idOf('g') }),
    note('b', 'a2', { seal: 'S'.repeat(43), author: 'Nobody may know' }),
    note('c', 'a3', { groupId: idOf('g'), author: 'Ito' }),
  ],
  links: [{ kind: 'about' as const, from: idOf('b'), to: idOf('e') }],
  rounds: [
    roundSchema.parse({
      id: idOf('r'),
      kind: 'voting',
      mode: 'anonymous',
      tokenKey: 'A'.repeat(43),
      tokens: 3,
      members: 5,
      openedAt: '2026-04-20T01:00:00Z',
      endedAt: '2026-04-20T01:10:00Z',
      votes: { [idOf('g')]: 4, [idOf('b')]: 1 },
    }),
  ],
}
