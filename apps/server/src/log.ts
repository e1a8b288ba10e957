import { type DestinationStream, type Logger, pino } from 'pino'

/** Paths of links for reading, however they came into a message, a stack or a header. The path is the secret. */
const readerPath = /(\/|%2f)r\1[A-Za-z0-9_-]{16,}/gi

/** JSON lines on stdout. What could open a board or name a person is masked wherever it turns up. */
export function openLog(level: string, out: DestinationStream = pino.destination(1)): Logger {
  const masked = { write: (line: string) => out.write(line.replace(readerPath, '$1r$1…')) }
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          ...['token', 'ticket', 'deviceKey', 'secret', 'password', 'headers'],
          ...['*.token', '*.ticket', '*.deviceKey', '*.secret', '*.password', '*.headers'],
        ],
        censor: '…',
      },
    },
    masked,
  )
}
