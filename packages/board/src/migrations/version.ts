import { type Board, things } from '../shape.ts'

/** Version of the document that this code writes. */
export const currentVersion = 1

/** Version the document says it has; 0 where it says none that can be read. */
export function versionIn(meta: { get(key: string): unknown }): number {
  const version = meta.get('version')
  return typeof version === 'number' && Number.isSafeInteger(version) && version > 0 ? version : 0
}

/** Whether somebody with newer code has been here: then this code must only read. */
export function isNewerThanUs(board: Board): boolean {
  return versionIn(things(board, 'meta')) > currentVersion
}
