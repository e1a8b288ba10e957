import { boardSnapshotSchema, richTextOf } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { newId } from '../identity/newId.ts'
import { importsIn } from './importsIn.ts'

it('[WB16] lists what is left of each import, by its first text, and nothing else', () => {
  const [first, second] = [newId(), newId()]
  const snapshot = boardSnapshotSchema.parse({
    incident: {},
    people: [{ id: newId(), name: 'Sato', batch: first }],
    timeline: [
      { id: newId() },
      { id: newId(), source: { format: 'markdown', batch: first, externalId: '1' } },
      {
        id: newId(),
        text: richTextOf('Alert\nand more'),
        source: { format: 'markdown', batch: first, externalId: '2' },
      },
    ],
    kptNotes: [{ id: newId(), text: richTextOf('Note'), batch: second }, { id: newId() }],
  })
  expect(importsIn(snapshot)).toEqual([
    { batch: first, count: 3, begins: 'Alert' },
    { batch: second, count: 1, begins: 'Note' },
  ])
  expect(importsIn(boardSnapshotSchema.parse({ incident: {} }))).toEqual([])
})
