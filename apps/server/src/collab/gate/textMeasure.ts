import { limits, type Problem } from '@kintsugi/model'
import * as Y from 'yjs'
import type { Holder } from './spots.ts'

/** What a rich text is made of. `parts`: containers, attributes and marks; a long attribute is many. */
type Size = { readonly characters: number; readonly parts: number }
const charactersPerPart = 100
/** Without this, a text of few words could be half a million empty paragraphs. */
export const mostTextParts = 10_000

/** Upper bounds of what each text of a live document holds, so that not every key press counts the whole text. */
const bounds = new WeakMap<Y.AbstractType<unknown>, Size>()

/** What an update adds to each rich text, held against the limits. */
export class TextMeasure {
  readonly #added = new Map<Holder, Size>()

  add(text: Holder, content: Y.Item['content'], offset: number): void {
    this.#added.set(text, plus(this.#added.get(text) ?? nothing, sizeOf(content, offset)))
  }

  overflow(): Problem | undefined {
    for (const [{ type }, added] of this.#added) {
      let bound = type === null ? added : plus(bounds.get(type) ?? sizeWithin(type), added)
      if (over(bound) !== undefined && type !== null) bound = plus(sizeWithin(type), added)
      const problem = over(bound)
      if (problem !== undefined) return problem
      if (type !== null) bounds.set(type, bound)
    }
    return undefined
  }
}

const nothing: Size = { characters: 0, parts: 0 }
const plus = (a: Size, b: Size): Size => ({
  characters: a.characters + b.characters,
  parts: a.parts + b.parts,
})

function over({ characters, parts }: Size): Problem | undefined {
  if (characters > limits.noteTextLength) {
    return { code: 'textTooLong', args: { limit: limits.noteTextLength }, line: null }
  }
  return parts > mostTextParts
    ? { code: 'textTooManyParts', args: { limit: mostTextParts }, line: null }
    : undefined
}

function sizeOf(content: Y.Item['content'], offset = 0): Size {
  if (content instanceof Y.ContentString) return { characters: content.str.length - offset, parts: 0 }
  if (content instanceof Y.ContentType) return { characters: 0, parts: 1 }
  if (content instanceof Y.ContentFormat) return { characters: 0, parts: partsOf(content.value) }
  return content instanceof Y.ContentAny ? { characters: 0, parts: partsOf(content.arr) } : nothing
}

const partsOf = (value: unknown): number => {
  const length = value === null ? 0 : JSON.stringify(value).length
  return 1 + Math.floor(length / charactersPerPart)
}

function sizeWithin(type: Y.AbstractType<unknown>): Size {
  let size = nothing
  const count = (item: Y.Item): void => {
    if (item.deleted) return
    size = plus(size, sizeOf(item.content))
    if (item.content instanceof Y.ContentType) size = plus(size, sizeWithin(item.content.type))
  }
  for (const attribute of type._map.values()) count(attribute)
  for (let item = type._start; item !== null; item = item.right) count(item)
  return size
}
