import type { BoardCommands } from './useCommands.ts'

export function Inspector(_: { commands: BoardCommands }) {
  return <aside className="k-inspector" />
}
