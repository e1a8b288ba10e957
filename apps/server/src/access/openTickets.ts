import { randomBytes } from 'node:crypto'
import type { BoardId, Problem } from '@kintsugi/model'
import type { Logger } from 'pino'
import type { Storage } from '../storage/storage.ts'
import type { Grant, Tickets } from './tickets.ts'

const lifeSeconds = 30
const most = 20_000

/**
 * Tickets live in memory: after a restart everybody has to ask for a new one anyway. Issuing one binds the client id,
 * because presence publishes the id before its owner has written anything, and somebody else could write under it first.
 */
export function openTickets(parts: {
  storage: Pick<Storage, 'clients' | 'hasBoard'>
  log: Pick<Logger, 'warn'>
  now?: () => number
}): Tickets {
  const { storage, log, now = () => performance.now() } = parts
  const tickets = new Map<string, { grant: Grant; until: number }>()

  function sweep(): void {
    // All live equally long, so the oldest come first.
    for (const [ticket, { until }] of tickets) {
      if (until > now() && tickets.size < most) break
      tickets.delete(ticket)
    }
  }

  return {
    issue(grant) {
      sweep()
      if (!storage.hasBoard(grant.boardId)) return { problem: problemOf('boardUnknown') }
      if (!bind(grant.boardId, grant)) return { problem: problemOf('clientIdTaken') }
      const ticket = randomBytes(32).toString('base64url')
      tickets.set(ticket, { grant, until: now() + lifeSeconds * 1000 })
      return { ticket, expiresInSeconds: lifeSeconds }
    },
    redeem(ticket) {
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      return found !== undefined && found.until > now() ? found.grant : undefined
    },
  }

  function bind(boardId: BoardId, { clientId, principal }: Grant): boolean {
    const claim = { clientId, principalId: principal.id }
    try {
      return storage.clients.bind(boardId, claim)
    } catch (error) {
      // With a full disk boards must still open for reading. The first edit under the id saves the binding.
      log.warn({ err: error }, 'a client id could not be bound on disk')
      const owner = storage.clients.ownerOf(boardId, clientId)
      if (owner !== undefined) return owner === principal.id
      storage.clients.claim(boardId, claim)
      return true
    }
  }
}

const problemOf = (code: string): Problem => ({ code, args: {}, line: null })
