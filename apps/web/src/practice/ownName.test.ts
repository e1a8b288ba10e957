import { acknowledgeGroundRules, describeIncident, openBoard, readSnapshot } from '@kintsugi/board'
import { toInstant } from '@kintsugi/model'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { renameGiven } from './ownName.ts'

function boardOwnedBy(owner: string) {
  let ids = 0
  const board = openBoard(new Y.Doc(), { newId: () => `${ids++}`.padStart(22, 'a') })
  describeIncident(board, { owner })
  for (const name of ['Sato', owner]) acknowledgeGroundRules(board, { name, at: toInstant(0) })
  const renamed = (from: string, to: string) => {
    renameGiven(board, readSnapshot(board), { from, to })
    const { incident, people } = readSnapshot(board)
    return [incident.owner, ...people.map(({ name }) => name)]
  }
  return renamed
}

it('[WPR4] the first name a person says replaces the given one as owner and participant', () => {
  expect(boardOwnedBy('Guest 8218')('Guest 8218', 'Mika')).toEqual(['Mika', 'Sato', 'Mika'])
  expect(boardOwnedBy('ゲスト1410')('ゲスト1410', '田中')).toEqual(['田中', 'Sato', '田中'])
})

it('[WPR4] what others are called, and names that somebody chose, stay', () => {
  expect(boardOwnedBy('Guest 8218')('Guest 8219', 'Mika')).toEqual(['Guest 8218', 'Sato', 'Guest 8218'])
  expect(boardOwnedBy('Suzuki')('Suzuki', 'Mika')).toEqual(['Suzuki', 'Sato', 'Suzuki'])
})
