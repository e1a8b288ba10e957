import { documentRules } from '@kintsugi/board'
import * as Y from 'yjs'
import { holderOf, type Spot, textOf } from './spots.ts'

const { isSealed, notesRoot, openFields, sealField } = documentRules

/** Whether content put here, or taken away from here, would touch what is a sealed note's author's alone. */
export function touchesSealed({ holder, key }: Spot, content: Y.Item['content']): boolean {
  const text = textOf(holder)
  if (text !== null) return isSealed(text.type?.parent)
  const { place, type } = holder
  if (place.kind !== 'map' || place.root !== notesRoot) return false
  // A struct of any kind under a note's key takes the note's place.
  if (place.path.length === 0) return key !== null && type instanceof Y.Map && isSealed(type.get(key))
  if (isSealed(type)) return !openFields.includes(key ?? '')
  return key === sealField && !isNothing(content)
}

export function isOfSealed(item: Y.Item): boolean {
  if (!(item.parent instanceof Y.AbstractType)) return false
  const holder = holderOf(item.parent)
  return holder !== undefined && touchesSealed({ holder, key: item.parentSub }, item.content)
}

/** What is deleted, or says that there is no seal. */
function isNothing(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDeleted) return true
  return content instanceof Y.ContentAny && content.arr.every((value) => value === null)
}
