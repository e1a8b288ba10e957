import { richTextOf } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { firstLineOf } from './firstLine.ts'

it('[WB30] a thing is called by the first line of its text that says something', () => {
  expect(
    ['one\ntwo', '\n\nafter a blank line\nmore', ' \n', ''].map((text) => firstLineOf(richTextOf(text))),
  ).toEqual(['one', 'after a blank line', '', ''])
})
