import type { ReadyCheck } from '../check.ts'

/** Somebody beside the owner: alone there is nothing to meet about. */
export const responders = {
  code: 'responders',
  at: 'people',
  judge({ snapshot: { people, incident } }) {
    const named = people.filter(({ name }) => name.trim() !== '')
    const others = named.filter(({ name }) => name.trim() !== incident.owner.trim())
    return { missing: others.length === 0, args: { count: named.length } }
  },
} satisfies ReadyCheck
