import type { ReadyCheck } from '../check.ts'

export const rulesRead = {
  code: 'rulesRead',
  at: 'people',
  judge({ snapshot: { people } }) {
    const coming = people.filter(
      ({ name, attended, acknowledgedAt }) =>
        name.trim() !== '' && (attended !== false || acknowledgedAt !== null),
    )
    if (coming.length === 0) return null
    const count = coming.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length
    return { missing: count < coming.length, args: { count, total: coming.length } }
  },
} satisfies ReadyCheck
