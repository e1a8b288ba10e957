import type { TextRef } from '@kintsugi/board'
import type { Link } from '@kintsugi/model'
import type { Point, Rect } from '../canvas/geometry.ts'
import { type Cell, createCell } from '../live/readable.ts'

/** A rich text of an item; the incident's own texts are written in the inspector. */
export type ItemText = Exclude<TextRef, { part: 'incident' }>

export const tools = ['select', 'hand'] as const
export type Tool = (typeof tools)[number]

/** What a drag would do if it ended now: shown beside the pointer. */
export interface Ghost {
  at: Point
  text: string
  /** Item that would receive the link, or what is dropped. */
  target: string | null
  /** Between what it would stand. */
  line?: Rect | null
}

/** What this person has in hand on the board: theirs alone, never in the document. */
export interface Desk {
  readonly selection: Cell<ReadonlySet<string>>
  readonly selectedLink: Cell<Link | null>
  /** The text being written in place. */
  readonly editing: Cell<ItemText | null>
  /** The KPT group whose name is being written in place. */
  readonly naming: Cell<string | null>
  /** The id of what was just made and is being written in for the first time. */
  readonly fresh: Cell<string | null>
  readonly tool: Cell<Tool>
  readonly ghost: Cell<Ghost | null>
  /** Items under way: where they are drawn while they are dragged. */
  readonly drags: Cell<ReadonlyMap<string, Point>>
  readonly inspectorOpen: Cell<boolean>
  /** Seals of the anonymous notes that this person wrote; none in a window that others look at. */
  readonly ownSeals: Cell<ReadonlySet<string>>
  select(...ids: string[]): void
  /** Selects something just made and opens its text. */
  begin(text: ItemText): void
}

const nothing: ReadonlySet<string> = new Set()

export function createDesk(): Desk {
  const selection = createCell<ReadonlySet<string>>(nothing, sameSet)
  const selectedLink = createCell<Link | null>(null)
  const editing = createCell<ItemText | null>(null)
  const fresh = createCell<string | null>(null)
  const select: Desk['select'] = (...ids) => {
    selectedLink.set(null)
    selection.set(ids.length === 0 ? nothing : new Set(ids))
  }
  return {
    selection,
    selectedLink,
    editing,
    fresh,
    naming: createCell<string | null>(null),
    tool: createCell<Tool>('select'),
    ghost: createCell<Ghost | null>(null),
    drags: createCell<ReadonlyMap<string, Point>>(new Map()),
    inspectorOpen: createCell(window.innerWidth >= 1000),
    ownSeals: createCell<ReadonlySet<string>>(nothing, sameSet),
    select,
    begin(text) {
      // The text that was open is left first: it may be a fresh one too.
      editing.set(null)
      select(text.id)
      fresh.set(text.id)
      editing.set(text)
    },
  }
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id))
}
