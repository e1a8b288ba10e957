import type { ReadyCheck } from '../check.ts'

/** Chats are deleted and links rot: what was said is brought in while it is there. */
export const chat = {
  code: 'chat',
  at: 'import',
  judge({ snapshot: { timeline } }) {
    const count = timeline.filter(({ kind }) => kind === 'message').length
    return { missing: count === 0, args: { count } }
  },
} satisfies ReadyCheck
