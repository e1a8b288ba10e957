import { seedBoard } from '@kintsugi/board'
import { pino } from 'pino'
import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { Glances } from './glances.ts'
import { newId } from './newId.ts'
import type { Room } from './room.ts'

it('[HT16] a board that cannot be read keeps no other board out of the list, nor the server from going on', () => {
  const setGlance = vi.fn()
  const glances = new Glances({ setGlance }, pino({ level: 'silent' }))
  const room = (document: Y.Doc | null) => ({ boardId: newId(), document }) as unknown as Room
  const document = new Y.Doc()
  const whole = room(document)
  seedBoard(document, { boardId: whole.boardId, title: 'A board' })
  for (const one of [room(null), whole]) glances.note(one)
  glances.close()
  expect(setGlance.mock.calls).toEqual([[whole.boardId, 'A board', expect.anything()]])
})
