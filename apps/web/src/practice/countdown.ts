import type { HeardMeeting } from '../live/heardMeeting.ts'

/** How long "time is up" is shown before nobody needs to be told any more. */
const overShownMs = 10 * 60_000

export type Countdown =
  | { state: 'none' }
  | { state: 'running' | 'paused'; leftMs: number; durationMs: number }
  | { state: 'over'; durationMs: number }

/** Where the shared timer stands, on a device whose clock may be wrong. */
export function countdownAt(heard: Pick<HeardMeeting, 'timer' | 'skewMs'> | null, now: number): Countdown {
  const timer = heard?.timer
  if (!heard || !timer) return { state: 'none' }
  const { durationMs, endsAt, remainingMs } = timer
  if (endsAt === null) return { state: 'paused', leftMs: remainingMs ?? 0, durationMs }
  const leftMs = Date.parse(endsAt) - (now + heard.skewMs)
  if (leftMs > 0) return { state: 'running', leftMs, durationMs }
  return leftMs > -overShownMs ? { state: 'over', durationMs } : { state: 'none' }
}

/** `4:59`, `1:05:00`: rounded up, so that it says 0:00 only when it is over. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const two = (value: number): string => String(value).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
