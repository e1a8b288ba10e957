import { type Logger, pino } from 'pino'

/** JSON lines on stdout. What could open a board or name a person is masked wherever it turns up. */
export function openLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: {
      paths: ['token', 'ticket', 'deviceKey', '*.token', '*.ticket', '*.deviceKey', 'headers', '*.headers'],
      censor: '…',
    },
  })
}
