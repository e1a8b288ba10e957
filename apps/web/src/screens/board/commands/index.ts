import { dark, home, keys, light, palette } from './app.ts'
import type { Command, CommandContext } from './command.ts'
import {
  exportDocument,
  finalize,
  groundRules,
  importDocument,
  incidentReport,
  readyCheck,
  share,
  steps,
  templates,
} from './document.ts'
import { back, edit, redo, remove, selectAll, sibling, undo } from './edit.ts'
import { aside, group, keeps, moveDown, moveLeft, moveRight, moveUp, ungroup } from './kpt.ts'
import type { leadCommands } from './lead.ts'
import { action, cause, event, free, note, why } from './make.ts'
import type { meetingCommands } from './meeting.ts'
import {
  actions,
  causes,
  hand,
  inspector,
  kpt,
  next,
  outline,
  previous,
  select,
  timeline,
  whole,
  zoomIn,
  zoomOut,
} from './move.ts'
import type { roundCommands } from './round.ts'
import type { selectedCommands } from './selected.ts'

/** The acts that are there from the first sight on, in the order of the menus. */
const first = {
  note,
  event,
  cause,
  action,
  free,
  why,
  edit,
  sibling,
  group,
  ungroup,
  moveUp,
  moveDown,
  moveLeft,
  moveRight,
  keeps,
  aside,
  remove,
  undo,
  redo,
  selectAll,
  back,
  timeline,
  causes,
  kpt,
  actions,
  whole,
  next,
  previous,
  zoomIn,
  zoomOut,
  select,
  hand,
  inspector,
  steps,
  groundRules,
  readyCheck,
  templates,
  outline,
  importDocument,
  share,
  exportDocument,
  incidentReport,
  finalize,
  palette,
  keys,
  home,
  light,
  dark,
} as const satisfies Record<string, Command>

type FirstCommand = keyof typeof first
export type LaterCommand =
  | keyof typeof selectedCommands
  | keyof typeof leadCommands
  | keyof typeof meetingCommands
  | keyof typeof roundCommands
export type CommandId = FirstCommand | LaterCommand

const all: Partial<Record<CommandId, Command>> = { ...first }
/** Acts that come with the rest of the page, once there are words for them. */
export function addCommands(more: Readonly<Record<LaterCommand, Command>>): void {
  Object.assign(all, more)
}
/** Every act that can be done by now, in the order of the menus. */
export const commandIds = (): CommandId[] => Object.keys(all) as CommandId[]
export const commandOf = (id: CommandId): Command | undefined => all[id]
/** Where the name of an act stands in `words`. */
export const nameKeys = (id: CommandId): string[] => [`commands.names.${id}`, `conduct.names.${id}`]
/** What it would do now, in words. */
export const nameOf = (id: CommandId, context: CommandContext): string =>
  commandOf(id)?.name?.(context) ?? context.t(nameKeys(id))
