import { describe, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
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
  const tickets = openTickets({
    storage: { clients, hasBoard: (id) => id === boardId },
    log: { warn: (fact: unknown) => warnings.push(fact) },
    now: () => now,
  })
  const issue = (clientId: number, principal = alice, board = boardId) =>
    tickets.issue({ boardId: board, clientId, principal })
  return { tickets, issue, warnings, pass: (ms: number) => (now += ms) }
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
