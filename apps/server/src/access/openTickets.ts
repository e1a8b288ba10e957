import { createHash, randomBytes } from 'node:crypto'
import type { BoardId, Problem } from '@kintsugi/model'
import type { Logger } from 'pino'
import { hashOfSecret } from '../share/secrets.ts'
import type { Storage } from '../storage/storage.ts'
import type { Grant, Tickets } from './tickets.ts'

const lifeSeconds = 30
const most = 20_000
const reusableSeconds = 12 * 60 * 60

/**
 * Single-use tickets live in memory: after a restart everybody has to ask for a new one anyway. Issuing one binds the client id,
 * because presence publishes the id before its owner has written anything, and somebody else could write under it first.
 */
export function openTickets(parts: {
  storage: Pick<Storage, 'clients' | 'hasBoard' | 'passes'>
  log: Pick<Logger, 'warn'>
  /** Milliseconds from any point, and since 1970: what is kept outlives the process. */
  now?: () => number
  today?: () => number
}): Tickets {
  const { storage, log, now = () => performance.now(), today = Date.now } = parts
  const tickets = new Map<string, { grant: Grant; until: number }>()

  function sweep(): void {
    // All live equally long, so the oldest come first.
    for (const [ticket, { until }] of tickets) {
      if (until > now() && tickets.size < most) break
      tickets.delete(ticket)
    }
  }

  return {
    issue(grant, { reusable = false } = {}) {
      sweep()
      if (!storage.hasBoard(grant.boardId)) return { problem: problemOf('boardUnknown') }
      if (!bind(grant.boardId, grant)) return { problem: problemOf('clientIdTaken') }
      const ticket = randomBytes(32).toString('base64url')
      if (reusable) return keep(ticket, grant)
      tickets.set(ticket, { grant, until: now() + lifeSeconds * 1000 })
      return { ticket, expiresInSeconds: lifeSeconds }
    },
    redeem(ticket) {
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      return found !== undefined && found.until > now() ? found.grant : undefined
    },
    redeemAgain(ticket) {
      const hash = hashOf(ticket)
      const pass = storage.passes.find(hash, today())
      if (pass === undefined) {
        const denied = storage.passes.isReadingLink(hashOfSecret(ticket)) ? 'readOnly' : 'ticketInvalid'
        return this.redeem(ticket) ?? { denied }
      }
      if (pass.spentBy !== undefined) return { denied: pass.spentBy }
      return {
        boardId: pass.boardId,
        clientId: pass.clientId,
        principal: { id: pass.principalId, name: pass.name },
        spend: (code) => spend(hash, code),
      }
    },
  }

  function keep(ticket: string, { boardId, clientId, principal }: Grant): ReturnType<Tickets['issue']> {
    const pass = { hash: hashOf(ticket), boardId, clientId, principalId: principal.id, name: principal.name }
    try {
      storage.passes.keep(pass, today() + reusableSeconds * 1000, today())
      return { ticket, expiresInSeconds: reusableSeconds }
    } catch (error) {
      log.warn({ err: error }, 'a reusable ticket could not be kept')
      return { problem: problemOf('storageUnavailable') }
    }
  }

  function spend(hash: string, code: string): void {
    try {
      storage.passes.spend(hash, code)
    } catch (error) {
      // It comes again, and is refused again.
      log.warn({ err: error }, 'a reusable ticket could not be ended')
    }
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

const hashOf = (ticket: string): string =>
  createHash('sha256').update(`kintsugi ticket\n${ticket}`).digest('base64url')

const problemOf = (code: string): Problem => ({ code, args: {}, line: null })
