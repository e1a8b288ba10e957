export { type ActionPatch, addAction, changeAction, moveAction } from './actions.ts'
export { addCause, addWhy, type CauseInit, type CausePatch, changeCause, moveCause } from './causes.ts'
export { addChecklistItem, changeChecklistItem } from './checklist.ts'
export { documentRules, type Place } from './documentRules.ts'
export { type BoardHistory, openHistory, type UndoResult } from './history.ts'
export { beginImport, type ImportPiece, type ImportSteps, importSnapshot, removeImport } from './import.ts'
export { describeIncident, writeText } from './incident.ts'
export type { ItemInit } from './item.ts'
export { addKptNote, changeKptNote, type KptNoteInit, type KptNotePatch } from './kpt.ts'
export { changeKptGroup, groupKptNotes, joinKptGroup, ungroupKptNotes } from './kptGroups.ts'
export { type KptMove, moveKptGroup, moveKptItems, moveKptNote } from './kptMoves.ts'
export { actionFromNote, causeFromNote, declineKeeps, keepsFromEntries } from './kptOrigins.ts'
export { canLink, linkEnds, linkItems, unlinkItems } from './links.ts'
export { migrateBoard } from './migrations/index.ts'
export { currentVersion, isNewerThanUs } from './migrations/version.ts'
export * from './notes.ts'
export { watchOthers } from './others.ts'
export * from './people.ts'
export { placeItem, placeItems } from './placements.ts'
export type { Between } from './ranks.ts'
export { type Recovery, type RecoveryWords, recoverCopy } from './recover.ts'
export { asideNotes, putBackNotes, removeItems } from './remove.ts'
export { addressReport, writeReport } from './report.ts'
export {
  countVotes,
  publishRound,
  type RevealedNote,
  reveal,
  type SealedChange,
  withdrawRound,
} from './rounds.ts'
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
  moveTimelineEntry,
  removeEvidence,
  type TimelineEntryPatch,
} from './timeline.ts'
export { type Verb, verbs } from './verbs.ts'
export { type BoardWatch, readSnapshot, watchBoard } from './watch.ts'
