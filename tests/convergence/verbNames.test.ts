import { verbs } from '@kintsugi/board'
import * as en from '@kintsugi/words/en'
import * as ja from '@kintsugi/words/ja'
import { expect, it } from 'vitest'

it.each([
  ['ja', ja],
  ['en', en],
] as const)(
  '[BD12] every verb has a name for undo, and no name is without its verb (%s)',
  (_language, words) => {
    expect(Object.keys(words.board.verbs).sort()).toEqual([...verbs].sort())
  },
)
