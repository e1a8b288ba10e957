import { limits, type Problem } from '@kintsugi/model'
import * as Y from 'yjs'
import type { Holder } from './spots.ts'

/** Upper bounds of what each text of a live document holds, so that not every key press counts the whole text. */
const bounds = new WeakMap<Y.AbstractType<unknown>, number>()

/** Characters that an update adds to each rich text, held against the limit. */
export class TextMeasure {
  readonly #added = new Map<Holder, number>()

  add(text: Holder, characters: number): void {
    this.#added.set(text, (this.#added.get(text) ?? 0) + characters)
  }

  overflow(): Problem | undefined {
    for (const [text, added] of this.#added) {
      const limit = limits.noteTextBytes
      let bound = (text.type === null ? 0 : (bounds.get(text.type) ?? charactersIn(text.type))) + added
      if (bound > limit && text.type !== null) bound = charactersIn(text.type) + added
      if (bound > limit) return { code: 'textTooLong', args: { limit }, line: null }
      if (text.type !== null) bounds.set(text.type, bound)
    }
    return undefined
  }
}

function charactersIn(type: Y.AbstractType<unknown>): number {
  let count = 0
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString) count += item.length
    else if (item.content instanceof Y.ContentType) count += charactersIn(item.content.type)
  }
  return count
}
