import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  blindTokens,
  type EditKeys,
  finishTokens,
  makeEditKeys,
  sealOf,
  signChange,
} from '@kintsugi/anonymity'
import type { KptColumn } from '@kintsugi/model'
import type { AnonymousChange, AnonymousNote, Token } from '@kintsugi/protocol'
import { expect, onTestFinished } from 'vitest'
import { newId } from '../../collab/newId.ts'
import { openStorage } from '../../storage/openStorage.ts'
import type { Storage } from '../../storage/storage.ts'
import type { Vault, VaultRound } from '../vault.ts'

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count))

/** A database of its own, that can be closed and opened again. */
export async function openHouse(): Promise<{
  storage: Storage
  folder: string
  restart(): Promise<Storage>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'kintsugi-vault-'))
  let storage = await openStorage(folder)
  onTestFinished(() => {
    storage.close()
    rmSync(folder, { recursive: true })
  })
  return {
    storage,
    folder,
    async restart() {
      storage.close()
      storage = await openStorage(folder)
      return storage
    },
  }
}

export function addBoard({ createBoard }: Storage): string {
  const boardId = newId()
  const seededBy = { clientId: 1, principalId: '#server' }
  createBoard({ boardId, title: '', checkpoint: new Uint8Array(), seededBy })
  return boardId
}

export function openRound(vault: Vault, boardId: string, given: Partial<VaultRound> = {}) {
  const round: VaultRound = { boardId, roundId: newId(), kind: 'writing', tokens: 3, ...given }
  return { ...round, tokenKey: vault.open(round) }
}

/** What a member's browser does at the beginning of a round. */
export function takeTokens(
  vault: Vault,
  round: VaultRound & { tokenKey: string },
  principal: string,
  deal = 1,
): Token[] {
  const pending = blindTokens(round.tokens, random)
  const answer = vault.deal(round, { principal, deal, blinded: pending.map(({ blinded }) => blinded) })
  if ('problem' in answer) throw new Error(answer.problem.code)
  const tokens = finishTokens(pending, answer, round.tokenKey)
  if ('problem' in tokens) throw new Error(tokens.problem.code)
  return tokens
}

/** The hash by which the server knows a person. */
export const principalNamed = (name: string): string => createHash('sha256').update(name).digest('base64url')

/** A note as its author has it: with the key to change it. */
export type OwnNote = AnonymousNote & EditKeys & { round: string; seal: string }
export function writeNote(round: string, token: Token, text: string, column: KptColumn = 'problem'): OwnNote {
  const keys = makeEditKeys(random)
  const seal = sealOf({ round, column, text, editKey: keys.editKey })
  return { token, column, text, ...keys, round, seal }
}

export function changeOf(note: OwnNote, serial: number, text: string | null): AnonymousChange {
  const change = { round: note.round, seal: note.seal, serial, text }
  const { round: _round, ...sent } = change
  return { ...sent, signature: signChange(note.secretKey, change) ?? '' }
}

/** A board with a writing round under way, three tokens a deal. */
export async function openVault() {
  const house = await openHouse()
  const boardId = addBoard(house.storage)
  const { vault } = house.storage
  return { ...house, vault, boardId, round: openRound(vault, boardId) }
}
/** One member's deal, as the tests name them. */
export function tokensFor(vault: Vault, round: ReturnType<typeof openRound>, principal = 'alice') {
  const [first, second, third] = takeTokens(vault, round, principal)
  if (!first || !second || !third) throw new Error('a deal has three tokens')
  return [first, second, third] as const
}

export const refusedAs = (code: string) => ({ problem: expect.objectContaining({ code }) })
