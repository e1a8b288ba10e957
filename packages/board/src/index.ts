export { type ActionPatch, addAction, changeAction, moveAction } from './actions.ts'
export { addCause, addWhy, type CauseInit, type CausePatch, changeCause } from './causes.ts'
export { documentRules, type Place } from './documentRules.ts'
export { type BoardHistory, openHistory, type UndoResult } from './history.ts'
export { importSnapshot, removeImport } from './import.ts'
export { describeIncident, writeText } from './incident.ts'
export type { ItemInit } from './item.ts'
export {
  actionFromNote,
  addKptNote,
  causeFromNote,
  changeKptGroup,
  changeKptNote,
  groupKptNotes,
  type KptMove,
  type KptNoteInit,
  type KptNotePatch,
  moveKptGroup,
  moveKptNote,
  ungroupKptNotes,
} from './kpt.ts'
export { canLink, linkEnds, linkItems, unlinkItems } from './links.ts'
export { migrateBoard } from './migrations/index.ts'
export { currentVersion, isNewerThanUs } from './migrations/version.ts'
export * from './notes.ts'
export * from './people.ts'
export { placeItem, placeItems } from './placements.ts'
export type { Between } from './ranks.ts'
export { removeItems } from './remove.ts'
export * from './seed.ts'
export {
  type Board,
  type BoardEnv,
  boardRoots,
  fragmentOf,
  openBoard,
  type RootKind,
  type TextRef,
} from './shape.ts'
export {
  addEvidence,
  addTimelineEntry,
  changeTimelineEntry,
  removeEvidence,
  type TimelineEntryPatch,
} from './timeline.ts'
export { type Verb, verbs } from './verbs.ts'
export { type BoardWatch, readSnapshot, watchBoard } from './watch.ts'
