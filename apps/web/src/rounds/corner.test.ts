import { expect, it } from 'vitest'
import { afterPosting, blankDraft, takenBack } from './corner.ts'

const key = { editKey: 'e', secret: 's' }

it('[RW5] a refused note’s words go back as they were signed, and take no other words away', () => {
  const refused = { column: 'try', text: 'refused', key } as const
  expect(takenBack(blankDraft, refused)).toEqual({ column: 'try', text: 'refused', signed: false })
  expect(takenBack({ ...blankDraft, signed: true }, refused)).toMatchObject({ signed: false })
  expect(takenBack(blankDraft, { ...refused, key: null })).toMatchObject({ signed: true })
  const written = { column: 'problem', text: 'being written', signed: false } as const
  expect(takenBack(written, refused)).toEqual({ ...written, text: 'refused\nbeing written' })
  // What was anonymous gets no name by what it stands beside.
  expect(takenBack({ ...written, signed: true }, refused)).toMatchObject({ signed: false })
})

it('[RW4] once a note is kept its words leave the field, and what was typed on stays', () => {
  const draft = { column: 'try', text: 'one note', signed: true } as const
  expect(afterPosting(draft, 'one note')).toEqual({ column: 'try', text: '', signed: false })
  expect(afterPosting({ ...draft, text: 'one note, and on' }, 'one note').text).toBe(', and on')
  expect(afterPosting({ ...draft, text: 'another one' }, 'one note').text).toBe('another one')
})
