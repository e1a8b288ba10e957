import {
  type BoardPart,
  type BoardSnapshot,
  boardIdSchema,
  boardParts,
  compareText,
  type Incident,
  incidentSchema,
  incidentTexts,
  type KptGroup,
  type Link,
  linkKey,
  linkSchema,
  type Placement,
  placementSchema,
  type Round,
  roundSchema,
  snapshotFormat,
  type Unreadable,
} from '@kintsugi/model'
import { reasonOf } from './item.ts'
import { linkEnds } from './links.ts'
import { PartView, withoutMissingGroup } from './partView.ts'
import { plain, sameJson } from './plain.ts'
import { readRichText } from './richText.ts'
import { type Board, incidentFragment, type MapRoot, things } from './shape.ts'
import { forEachPart, incidentFields } from './slices.ts'

/** What has been touched since the last reading: keys by map root, and the incident. */
export type Touched = { keys: Map<MapRoot, Set<string>>; incident: boolean }
export const nothingTouched = (): Touched => ({ keys: new Map(), incident: false })

/** The board as plain JSON, kept up to date item by item. */
export class Projection {
  snapshot: BoardSnapshot
  readonly #board: Board
  readonly #parts: Record<BoardPart, PartView>
  readonly #links = new Map<string, Link>()
  readonly #placements = new Map<string, Placement>()
  readonly #rounds = new Map<string, Round>()
  readonly #broken = new Map<string, Unreadable[]>()

  constructor(board: Board) {
    this.#board = board
    const plainView = (part: BoardPart) => new PartView(part, things(board, part))
    const kptGroups = plainView('kptGroups')
    const seen = withoutMissingGroup(kptGroups.items)
    const kptNotes = new PartView('kptNotes', things(board, 'kptNotes'), seen)
    this.#parts = { ...forEachPart(plainView), kptGroups, kptNotes }
    this.snapshot = {
      format: snapshotFormat,
      boardId: null,
      incident: incidentSchema.parse({}),
      people: [],
      timeline: [],
      causes: [],
      kptNotes: [],
      kptGroups: [],
      actions: [],
      freeNotes: [],
      checklist: [],
      rounds: [],
      links: [],
      placements: {},
      unreadable: [],
    }
    const all = nothingTouched()
    all.incident = true
    for (const root of [...boardParts, 'rounds', 'links', 'placements', 'meta'] as const) {
      all.keys.set(root, new Set(things(board, root).keys()))
    }
    this.settle(all)
  }

  /** Reads again what was touched. True where the snapshot is another one now. */
  settle(touched: Touched): boolean {
    const next: Partial<BoardSnapshot> = {}
    let unreadable = false
    let members = false
    const refresh = (part: BoardPart, ids: Iterable<string>): boolean => {
      const view = this.#parts[part]
      const list = view.list
      const done = view.refresh(ids)
      if (list !== view.list) Object.assign(next, { [part]: view.list })
      if (done.changed) unreadable = true
      if (done.members) members = true
      return done.members
    }
    const notes = new Set(touched.keys.get('kptNotes'))
    const groups = touched.keys.get('kptGroups')
    const columns = this.#columnsOf(groups)
    if (groups !== undefined && (refresh('kptGroups', groups) || columns !== this.#columnsOf(groups))) {
      for (const id of this.#parts.kptNotes.keys()) notes.add(id)
    }
    if (notes.size > 0) refresh('kptNotes', notes)
    for (const part of boardParts) {
      const ids = touched.keys.get(part)
      if (ids !== undefined && part !== 'kptNotes' && part !== 'kptGroups') refresh(part, ids)
    }
    const links = touched.keys.get('links')
    const placements = touched.keys.get('placements')
    const rounds = touched.keys.get('rounds')
    for (const key of rounds ?? []) this.#readRound(key)
    if (rounds !== undefined) next.rounds = this.#roundsInOrder()
    for (const key of links ?? []) this.#readLink(key)
    for (const key of placements ?? []) this.#readPlacement(key)
    if (touched.incident) next.incident = this.#readIncident()
    if (touched.keys.has('meta')) next.boardId = this.#readBoardId()
    if (links !== undefined || members) next.links = this.#visibleLinks()
    if (placements !== undefined || members) next.placements = this.#visiblePlacements()
    const others = links !== undefined || placements !== undefined || rounds !== undefined
    if (unreadable || touched.incident || others || members) {
      next.unreadable = this.#allUnreadable()
    }
    const changed = Object.entries(next).filter(
      ([key, value]) => !this.#keep(this.snapshot[key as keyof BoardSnapshot], value),
    )
    if (changed.length === 0) return false
    this.snapshot = { ...this.snapshot, ...Object.fromEntries(changed) }
    return true
  }

  /** Lists of items are new exactly where something in them is; everything else is compared. */
  #keep(before: unknown, after: unknown): boolean {
    return before === after || sameJson(before, after)
  }

  #note(key: string, unreadable: Unreadable[]): void {
    if (unreadable.length > 0) this.#broken.set(key, unreadable)
    else this.#broken.delete(key)
  }

  #readLink(key: string): void {
    const root = things(this.#board, 'links')
    this.#links.delete(key)
    this.#note(`links ${key}`, [])
    if (!root.has(key)) return
    const raw = plain(root.get(key))
    const parsed = linkSchema.safeParse(raw)
    if (parsed.success && linkKey(parsed.data) === key) this.#links.set(key, parsed.data)
    else {
      const reason = parsed.success ? 'key' : reasonOf(parsed)
      this.#note(`links ${key}`, [{ part: 'links', id: key, reason, item: raw }])
    }
  }

  /** Where these groups stand, as one word: what it means that a note is in one of them. */
  #columnsOf(groups: ReadonlySet<string> | undefined): string {
    const { items } = this.#parts.kptGroups
    return [...(groups ?? [])].map((id) => (items.get(id) as KptGroup | undefined)?.slot.column).join()
  }

  #readRound(id: string): void {
    const root = things(this.#board, 'rounds')
    this.#rounds.delete(id)
    this.#note(`rounds ${id}`, [])
    if (!root.has(id)) return
    const raw = plain(root.get(id))
    const parsed = roundSchema.safeParse(raw)
    if (parsed.success && parsed.data.id === id) this.#rounds.set(id, parsed.data)
    else {
      const reason = parsed.success ? 'key' : reasonOf(parsed)
      this.#note(`rounds ${id}`, [{ part: 'rounds', id, reason, item: raw }])
    }
  }

  #roundsInOrder(): Round[] {
    return [...this.#rounds.values()].sort(
      (a, b) => Date.parse(a.openedAt) - Date.parse(b.openedAt) || compareText(a.id, b.id),
    )
  }

  #readPlacement(id: string): void {
    const root = things(this.#board, 'placements')
    this.#placements.delete(id)
    this.#note(`placements ${id}`, [])
    if (!root.has(id)) return
    const raw = plain(root.get(id))
    const parsed = placementSchema.safeParse(raw)
    if (parsed.success) this.#placements.set(id, parsed.data)
    else this.#note(`placements ${id}`, [{ part: 'placements', id, reason: reasonOf(parsed), item: raw }])
  }

  #visibleLinks(): Link[] {
    const there = (parts: readonly BoardPart[], id: string) =>
      parts.some((part) => this.#parts[part].items.has(id))
    const visible: Link[] = []
    for (const [key, link] of this.#links) {
      const ends = linkEnds[link.kind]
      const fits = there(ends.from, link.from) && there(ends.to, link.to)
      const misfit = !fits && there(boardParts, link.from) && there(boardParts, link.to)
      if (fits) visible.push(link)
      this.#note(`links ${key}`, misfit ? [{ part: 'links', id: key, reason: 'ends', item: link }] : [])
    }
    return visible.sort((a, b) => compareText(linkKey(a), linkKey(b)))
  }

  #visiblePlacements(): Record<string, Placement> {
    const visible = [...this.#placements].filter(([id]) =>
      boardParts.some((part) => this.#parts[part].items.has(id)),
    )
    return Object.fromEntries(visible.sort(([a], [b]) => compareText(a, b)))
  }

  /** Field by field: there is always an incident, whatever one of its fields has become. */
  #readIncident(): Incident {
    const values: [string, unknown][] = []
    const unreadable: Unreadable[] = []
    for (const [id, raw] of things(this.#board, 'incident').entries()) {
      const field = Object.hasOwn(incidentFields, id) ? incidentFields[id] : undefined
      const parsed = field?.safeParse(plain(raw))
      if (parsed?.success) values.push([id, parsed.data])
      else if (parsed !== undefined) {
        unreadable.push({ part: 'incident', id, reason: reasonOf(parsed), item: plain(raw) })
      }
    }
    for (const field of incidentTexts) {
      const read = readRichText(incidentFragment(this.#board, field))
      values.push([field, read.text])
      unreadable.push(...read.unreadable.map((piece) => ({ part: 'incident', id: field, ...piece })))
    }
    this.#note('incident', unreadable)
    const read = incidentSchema.parse(Object.fromEntries(values))
    // A field that says what it said before stays the very same value.
    const before = this.snapshot.incident
    const kept = Object.entries(read).map(([key, value]) => {
      const old = before[key as keyof Incident]
      return [key, sameJson(old, value) ? old : value]
    })
    return Object.fromEntries(kept) as Incident
  }

  #readBoardId(): string | null {
    const parsed = boardIdSchema.safeParse(things(this.#board, 'meta').get('boardId'))
    return parsed.success ? parsed.data : null
  }

  #allUnreadable(): Unreadable[] {
    const all = [
      ...this.#broken.values(),
      ...boardParts.flatMap((part) => [...this.#parts[part].unreadable.values()]),
    ].flat()
    return all.sort((a, b) => compareText(a.part, b.part) || compareText(a.id, b.id))
  }
}
