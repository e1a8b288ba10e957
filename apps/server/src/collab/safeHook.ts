import type { Logger } from 'pino'

/**
 * In Hocuspocus a hook that throws can take the process down, and one that throws with a message is printed past our
 * log. `otherwise` says what an unexpected error means for this hook.
 */
export function safeHook<Payload>(
  log: Logger,
  name: string,
  work: (payload: Payload) => Promise<void> | void,
  otherwise: (payload: Payload, error: unknown) => void = () => {},
): (payload: Payload) => Promise<void> {
  return async (payload) => {
    try {
      await work(payload)
    } catch (error) {
      if (!(error instanceof Denial)) log.error({ err: error, hook: name }, 'a hook failed')
      otherwise(payload, error)
    }
  }
}

/** A refusal on purpose. Without a message, so that Hocuspocus does not print it; `reason` goes to the client. */
export class Denial extends Error {
  readonly reason: string
  constructor(reason: string) {
    super()
    this.reason = reason
  }
}
/** For hooks whose failure must stop what Hocuspocus was about to do. */
export function deny(_payload: unknown, error: unknown): never {
  throw error instanceof Denial ? error : new Denial('permission-denied')
}
