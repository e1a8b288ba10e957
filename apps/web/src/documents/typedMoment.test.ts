import { expect, it } from 'vitest'
import { momentIn, typedMoment } from './typedMoment.ts'

it.each([
  ['2026-04-18 22:30', '2026-04-18T13:30:00Z'],
  ['２０２６／４／１８　２２：３０', '2026-04-18T13:30:00Z'],
  ['2026年4月18日 22時30分', '2026-04-18T13:30:00Z'],
  ['', null],
  ['22:30', undefined],
  ['2026-04-31 10:00', undefined],
  ['2026-13-01 10:00', undefined],
  ['2026-04-18 25:00', undefined],
])('[WB70] reads %j on the clock of Tokyo', (typed, at) => {
  expect(typedMoment(typed, 'Asia/Tokyo')).toBe(at)
  if (at) expect(typedMoment(momentIn(at, 'Asia/Tokyo'), 'Asia/Tokyo')).toBe(at)
})
