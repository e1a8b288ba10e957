import type { Link } from '@kintsugi/model'
import type { CanvasPart, ZoneName } from './placed.ts'

export interface Thing {
  id: string
  part: CanvasPart
  /** Column of a KPT note or group. */
  column?: 'keep' | 'problem' | 'try'
}
/** What lies under the pointer. */
export interface Under {
  zone: ZoneName | null
  item: Thing | null
}

/** What dropping means. Between zones it links and never moves; inside a zone it moves. */
export type DropIntent =
  | { kind: 'link'; link: Link }
  | { kind: 'causeFromNote'; note: string }
  | { kind: 'actionFromNote'; note: string }
  | { kind: 'place' }
  | { kind: 'retime' }
  | { kind: 'slot' }
  | { kind: 'row' }
  | { kind: 'nothing' }

export function dropIntent(dragged: Thing, under: Under): DropIntent {
  const target = under.item?.id === dragged.id ? null : under.item
  const linked = target ? linkBetween(dragged, target) : null
  if (linked) return { kind: 'link', link: linked }

  switch (dragged.part) {
    case 'timeline':
      return under.zone === 'timeline' ? { kind: 'retime' } : { kind: 'nothing' }
    case 'kptGroups':
      return under.zone === 'kpt' ? { kind: 'slot' } : { kind: 'nothing' }
    case 'kptNotes':
      if (under.zone === 'kpt') return { kind: 'slot' }
      if (under.zone === 'causes' && dragged.column === 'problem')
        return { kind: 'causeFromNote', note: dragged.id }
      if (under.zone === 'actions' && dragged.column === 'try')
        return { kind: 'actionFromNote', note: dragged.id }
      return { kind: 'nothing' }
    case 'actions':
      return under.zone === 'actions' ? { kind: 'row' } : { kind: 'nothing' }
    case 'causes':
    case 'freeNotes':
      return { kind: 'place' }
  }
}

/** The one link that two things can have, whichever of them was dragged onto the other; null where there is none. */
export function linkBetween(dragged: Thing, target: Thing): Link | null {
  return linkFrom(dragged, target) ?? linkFrom(target, dragged)
}
function linkFrom(a: Thing, b: Thing): Link | null {
  if (a.part === 'timeline' && b.part === 'causes') return { kind: 'evidence', from: a.id, to: b.id }
  if (a.part === 'actions' && b.part === 'causes') return { kind: 'answers', from: a.id, to: b.id }
  if (a.part !== 'kptNotes') return null
  // A Problem turns into a cause; what else speaks of one is about it.
  if (b.part === 'actions' || (b.part === 'causes' && a.column === 'problem'))
    return { kind: 'origin', from: a.id, to: b.id }
  return b.part === 'timeline' || b.part === 'causes' ? { kind: 'about', from: a.id, to: b.id } : null
}
