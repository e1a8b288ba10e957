import { verbs } from '@kintsugi/board'
import { createWords, languages } from '@kintsugi/words'
import { expect, it } from 'vitest'

it.each(languages)(
  '[BD12] every verb has a name for undo, and no name is without its verb (%s)',
  (language) => {
    const names: unknown = createWords(language).t('board.verbs', { returnObjects: true })
    expect(Object.keys(names as object).sort()).toEqual([...verbs].sort())
  },
)
