import type { Board, BoardHistory } from '@kintsugi/board'
import type { BoardSnapshot } from '@kintsugi/model'
import type { Words } from '@kintsugi/words'
import type { ComponentType } from 'react'
import type { Theme } from '../../../app/theme.ts'
import type { Desk } from '../../../board/desk.ts'
import type { Point } from '../../../canvas/geometry.ts'
import type { ZoneName } from '../../../canvas/placed.ts'
import type { CountFirst } from '../../../kpt/countFirst.ts'
import type { View } from '../../../outline/viewFor.ts'
import type { OpenDialog } from '../BoardView.tsx'
import type { Create } from '../useCreate.ts'
import type { CommandId } from './index.ts'
import type { KptActs } from './kptActs.ts'

/** What shows the board: it knows where things stand, and where new ones go. */
export interface Surface {
  readonly kind: View
  readonly create: Create
  /** Asks why of a cause: the next one under it; undefined where the cause is gone. */
  why(effectId: string): string | undefined
  /** Everything that can be selected, in reading order. */
  readonly things: readonly { readonly id: string; readonly part: string }[]
  /** Where the pointer is; null where it is not on the board. */
  pointer(): Point | null
  show(zone: ZoneName | 'whole'): void
  reveal(id: string): void
  zoomBy(factor: number): void
}

/** What an act can reach. */
export interface CommandContext {
  readonly board: Board
  readonly history: BoardHistory
  readonly desk: Desk
  /** The board as it is now. */
  snapshot(): BoardSnapshot
  /** Whether the board can be written now. */
  readonly writable: boolean
  readonly surface: Surface
  readonly t: Words
  open(dialog: OpenDialog): void
  readonly countFirst: CountFirst
  /** Acts on KPT, whose code comes later than the board's. */
  kpt(work: (acts: KptActs) => void): void
  readonly app: {
    go(path: string): void
    chooseTheme(theme: Theme): void
    chooseView(view: View): void
  }
}

export const commandGroups = ['make', 'edit', 'move', 'meeting', 'document', 'app'] as const
export type CommandGroup = (typeof commandGroups)[number]

/**
 * One act of a person: the toolbar, the menu, the shortcut, the palette and the list of keys are all made from it.
 * Its name and what it is about stand in `words` under `commands.names`.
 */
export interface Command {
  readonly group: CommandGroup
  /** Presses that mean it, as people read them (`N`, `Mod+Shift+Z`); the first is the one shown. */
  readonly keys?: readonly string[]
  readonly icon?: ComponentType<{ size?: number }>
  /** It means something on this view of the board only. */
  readonly on?: View
  /** It changes the board: only while that can be written. */
  readonly writes?: true
  /** Its key held down means it again and again. */
  readonly repeats?: true
  /** Its key means it also while somebody types. */
  readonly whileTyping?: true
  /** It makes sense by its key only, and stands in the list of keys but in no menu. */
  readonly byKeyOnly?: true
  /** Other than the one in `words`, where it depends on what would be done. */
  name?(context: CommandContext): string
  /** Whether it means anything now. */
  available?(context: CommandContext): boolean
  /** False: there was nothing to do, and the browser may have the key. */
  run(context: CommandContext): boolean
}

/** The acts as what stands around the board knows them. */
export interface BoardCommands {
  run(id: CommandId): boolean
  readonly context: CommandContext | null
}

export const noCommands: BoardCommands = { run: () => false, context: null }

/** Whether a command means anything now. */
export function isAvailable(command: Command, context: CommandContext): boolean {
  if (command.on !== undefined && command.on !== context.surface.kind) return false
  return (command.writes !== true || context.writable) && (command.available?.(context) ?? true)
}
