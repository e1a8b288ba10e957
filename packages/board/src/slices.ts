import {
  actionSchema,
  actionTexts,
  type BoardItem,
  type BoardPart,
  boardParts,
  causeSchema,
  causeTexts,
  checklistItemSchema,
  compareRanked,
  compareSlotted,
  compareText,
  compareTimelineEntries,
  freeNoteSchema,
  freeNoteTexts,
  incidentSchema,
  kptGroupSchema,
  kptNoteSchema,
  kptNoteTexts,
  participantSchema,
  timelineEntrySchema,
  timelineEntryTexts,
} from '@kintsugi/model'

type Issue = { path: PropertyKey[]; code: string }
export type Parsed<T> = { success: true; data: T } | { success: false; error: { issues: Issue[] } }
export type Field = { safeParse(value: unknown): Parsed<unknown> }

/** What the document must know of a part: how an item reads, which of its fields are rich text, and its reading order. */
export type Slice<T> = {
  fields: Readonly<Record<string, Field>>
  parse(value: unknown): Parsed<T>
  texts: readonly string[]
  compare(a: T, b: T): number
}
const byId = (a: { id: string }, b: { id: string }): number => compareText(a.id, b.id)

export const slices: { readonly [P in BoardPart]: Slice<BoardItem<P>> } = {
  people: {
    fields: participantSchema.shape,
    parse: (value) => participantSchema.safeParse(value),
    texts: [],
    compare: compareRanked,
  },
  timeline: {
    fields: timelineEntrySchema.shape,
    parse: (value) => timelineEntrySchema.safeParse(value),
    texts: timelineEntryTexts,
    compare: compareTimelineEntries,
  },
  causes: {
    fields: causeSchema.shape,
    parse: (value) => causeSchema.safeParse(value),
    texts: causeTexts,
    compare: compareRanked,
  },
  kptNotes: {
    // `aside`, a yes or no as well, is the document's own: what is set aside is not read.
    fields: { ...kptNoteSchema.shape, aside: kptNoteSchema.shape.reusable },
    parse: (value) => kptNoteSchema.safeParse(value),
    texts: kptNoteTexts,
    compare: compareSlotted,
  },
  kptGroups: {
    fields: kptGroupSchema.shape,
    parse: (value) => kptGroupSchema.safeParse(value),
    texts: [],
    compare: compareSlotted,
  },
  actions: {
    fields: actionSchema.shape,
    parse: (value) => actionSchema.safeParse(value),
    texts: actionTexts,
    compare: compareRanked,
  },
  freeNotes: {
    fields: freeNoteSchema.shape,
    parse: (value) => freeNoteSchema.safeParse(value),
    texts: freeNoteTexts,
    compare: byId,
  },
  checklist: {
    fields: checklistItemSchema.shape,
    parse: (value) => checklistItemSchema.safeParse(value),
    texts: [],
    compare: compareRanked,
  },
}
export const incidentFields: Readonly<Record<string, Field>> = incidentSchema.shape

/** The slice of a part whose items' kind does not matter here. */
export function sliceOf(part: BoardPart): Slice<BoardItem> {
  return slices[part] as Slice<BoardItem>
}

export const forEachPart = <T>(make: (part: BoardPart) => T): Record<BoardPart, T> =>
  Object.fromEntries(boardParts.map((part) => [part, make(part)])) as Record<BoardPart, T>
