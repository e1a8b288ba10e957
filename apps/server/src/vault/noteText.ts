import type { Problem } from '@kintsugi/model'
import { anonymousTextBytes } from '@kintsugi/protocol'
import { refused } from '../refused.ts'

/** A note's text as it is kept and sealed, or why it is none. */
export function noteText(text: string): { text: string } | { problem: Problem } {
  const whole = text.toWellFormed()
  if (whole.trim() === '') return refused('noteEmpty')
  if (Buffer.byteLength(whole) > anonymousTextBytes)
    return refused('noteTooLong', { limit: anonymousTextBytes })
  return { text: whole }
}
