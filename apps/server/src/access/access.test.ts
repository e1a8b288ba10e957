import { describe, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import type { StoredPass } from '../storage/passes.ts'
import type { Storage } from '../storage/storage.ts'
import { principalOf } from './guests.ts'
import { openTickets } from './openTickets.ts'
import { originsOf } from './origins.ts'

const boardId = 'a'.repeat(22)
const alice = { id: 'alice', name: 'Alice' }
const bob = { id: 'bob', name: 'Bob' }

function desk(options: { diskFull?: boolean } = {}) {
  let now = 0
  const owners = new Map<number, string>()
  const claim = (_board: string, { clientId, principalId }: { clientId: number; principalId: string }) =>
    void owners.set(clientId, principalId)
  const clients: Storage['clients'] = {
    ownerOf: (_board, clientId) => owners.get(clientId),
    claim,
    bind(board, binding) {
      if (options.diskFull === true) throw new Error('disk full')
      const owner = owners.get(binding.clientId)
      if (owner === undefined) claim(board, binding)
      return owner === undefined || owner === binding.principalId
    },
    seize: () => {},
    forget: () => {},
  }
  const warnings: unknown[] = []
  const kept = new Map<string, { pass: StoredPass; expiresAt: number; spentBy: string | undefined }>()
  const passes: Storage['passes'] = {
    keep(pass, expiresAt) {
      if (options.diskFull === true) throw new Error('disk full')
      kept.set(pass.hash, { pass, expiresAt, spentBy: undefined })
    },
    find(hash, at) {
      const found = kept.get(hash)
      return found && found.expiresAt > at ? { ...found.pass, spentBy: found.spentBy } : undefined
    },
    spend(hash, code) {
      const found = kept.get(hash)
      if (found) found.spentBy = code
    },
    isReadingLink: () => false,
  }
  const tickets = openTickets({
    storage: { clients, hasBoard: (id) => id === boardId, passes },
    log: { warn: (fact: unknown) => warnings.push(fact) },
    now: () => now,
    today: () => now,
  })
  const issue = (clientId: number, principal = alice, board = boardId) =>
    tickets.issue({ boardId: board, clientId, principal })
  const issueReusable = (clientId: number) =>
    tickets.issue({ boardId, clientId, principal: alice }, { reusable: true })
  return { tickets, issue, issueReusable, kept, warnings, pass: (ms: number) => (now += ms) }
}
const ticketOf = (issued: ReturnType<ReturnType<typeof desk>['issue']>): string =>
  'ticket' in issued ? issued.ticket : ''

describe('tickets', () => {
  it('[AC1] open one connection, once', () => {
    const { tickets, issue } = desk()
    const ticket = ticketOf(issue(1))
    expect(ticket).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(tickets.redeem(ticket)).toEqual({ boardId, clientId: 1, principal: alice })
    expect(tickets.redeem(ticket)).toBeUndefined()
    expect(tickets.redeem('guessed')).toBeUndefined()
  })
  it('[AC2] live 30 seconds', () => {
    const { tickets, issue, pass } = desk()
    const [early, late] = [ticketOf(issue(1)), ticketOf(issue(2))]
    pass(29_999)
    expect(tickets.redeem(early)).toBeDefined()
    pass(1)
    expect(tickets.redeem(late)).toBeUndefined()
  })
  it('[AC3] bind the client id: nobody else gets it on this board', () => {
    const { issue } = desk()
    expect(issue(1)).toMatchObject({ expiresInSeconds: 30 })
    expect(issue(1, bob)).toMatchObject({ problem: { code: 'clientIdTaken' } })
    expect(issue(1)).toMatchObject({ expiresInSeconds: 30 })
    expect(issue(2, bob)).toMatchObject({ expiresInSeconds: 30 })
  })
  it('[AC4] are for boards that are there', () => {
    expect(desk().issue(1, alice, 'b'.repeat(22))).toMatchObject({ problem: { code: 'boardUnknown' } })
  })
  it('[AC5] are issued for reading even when the disk takes nothing', () => {
    const { issue, warnings } = desk({ diskFull: true })
    expect(issue(1)).toMatchObject({ expiresInSeconds: 30 })
    expect(issue(1, bob)).toMatchObject({ problem: { code: 'clientIdTaken' } })
    expect(warnings).toHaveLength(2)
  })
})

describe('reusable tickets', () => {
  it('[YW2] open as often as they are shown, for 12 hours, and are kept as a hash', () => {
    const { tickets, issueReusable, kept, pass } = desk()
    const issued = issueReusable(1)
    expect(issued).toMatchObject({ expiresInSeconds: 43_200 })
    const ticket = ticketOf(issued)
    for (let n = 0; n < 3; n++)
      expect(tickets.redeemAgain(ticket)).toMatchObject({ boardId, clientId: 1, principal: alice })
    expect(JSON.stringify([...kept])).not.toContain(ticket)
    // Our own channel takes single-use tickets only.
    expect(tickets.redeem(ticket)).toBeUndefined()
    pass(43_200_000)
    expect(tickets.redeemAgain(ticket)).toEqual({ denied: 'ticketInvalid' })
    expect(tickets.redeemAgain('guessed')).toEqual({ denied: 'ticketInvalid' })
  })
  it('[YW2] are for nobody else’s client id, and not issued where they cannot be kept', () => {
    const { tickets, issue } = desk()
    issue(1, bob)
    expect(tickets.issue({ boardId, clientId: 1, principal: alice }, { reusable: true })).toMatchObject({
      problem: { code: 'clientIdTaken' },
    })
    expect(desk({ diskFull: true }).issueReusable(1)).toMatchObject({
      problem: { code: 'storageUnavailable' },
    })
  })
  it('[YW5] end with the code of the refusal that ended them', () => {
    const { tickets, issueReusable } = desk()
    const ticket = ticketOf(issueReusable(1))
    const grant = tickets.redeemAgain(ticket)
    if (!('spend' in grant)) throw new Error('no grant')
    grant.spend?.('unknownRoot')
    expect(tickets.redeemAgain(ticket)).toEqual({ denied: 'unknownRoot' })
  })
})

describe('guests', () => {
  it('[AC6] are known by the hash of their device key, whatever they call themselves', () => {
    const deviceKey = 'k'.repeat(43)
    const { id } = principalOf({ name: 'A', deviceKey })
    expect(principalOf({ name: 'B', deviceKey })).toEqual({ id, name: 'B' })
    expect(id).not.toContain('kkk')
    expect(principalOf({ name: 'A', deviceKey: `${'k'.repeat(42)}l` }).id).not.toBe(id)
  })
})

describe('origins', () => {
  const local = originsOf([], true)
  it('[AC7] own pages and programs without an origin may speak, other pages may not', () => {
    expect(local.allow({ host: 'localhost:4747', origin: 'http://localhost:4747' })).toBe(true)
    expect(local.allow({ host: '127.0.0.1:4747' })).toBe(true)
    expect(local.allow({ host: 'localhost:4747', origin: 'https://evil.example' })).toBe(false)
    expect(local.allow({ host: 'localhost:4747', origin: 'http://localhost:8080' })).toBe(false)
    expect(local.allow({ host: 'localhost:4747', origin: 'null' })).toBe(false)
  })
  it('[AC8] a foreign name that points to this machine is not this machine', () => {
    expect(local.allow({ host: 'evil.example', origin: 'http://evil.example' })).toBe(false)
  })
  it('[AC9] the origins the operator names may speak', () => {
    const named = originsOf(['https://board.example'], false)
    expect(named.allow({ host: 'board.example', origin: 'https://board.example' })).toBe(true)
    expect(named.allow({ host: 'other.example', origin: 'https://other.example' })).toBe(false)
  })
})

describe('configuration', () => {
  it('[AC10] mode open beyond this machine wants to be allowed', () => {
    expect(() => readConfig({ KINTSUGI_HOST: '0.0.0.0' })).toThrow('KINTSUGI_ALLOW_OPEN=1')
    expect(readConfig({ KINTSUGI_HOST: '0.0.0.0', KINTSUGI_ALLOW_OPEN: '1' })).toMatchObject({
      onLoopback: false,
    })
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 4747, onLoopback: true })
  })
  it('[AC11] names every variable that does not fit', () => {
    expect(() =>
      readConfig({ KINTSUGI_PORT: 'x', KINTSUGI_MODE: 'closed', KINTSUGI_ORIGINS: 'nonsense' }),
    ).toThrow(/KINTSUGI_PORT[\s\S]*KINTSUGI_MODE[\s\S]*KINTSUGI_ORIGINS/)
  })
})
