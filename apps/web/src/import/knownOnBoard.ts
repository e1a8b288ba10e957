import { type ImportKey, type ImportKeys, importFrameOf, importKeyOf } from '@kintsugi/exchange/keys'
import { type BoardItem, type BoardPart, type BoardSnapshot, boardParts } from '@kintsugi/model'

/** Items whose keys are made before the page has its turn again. */
const atOnce = 300

/** Lets the page have its turn: input, then a frame. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** What the reader has to know of the board, gathered without holding up the page on a large one. */
export async function knownOnBoard(snapshot: BoardSnapshot): Promise<ImportKeys> {
  const parts = {} as Record<BoardPart, ImportKey[]>
  let made = 0
  for (const part of boardParts) {
    parts[part] = []
    for (const item of snapshot[part] as BoardItem[]) {
      parts[part].push(importKeyOf(part, item))
      made += 1
      if (made % atOnce === 0) await pause()
    }
  }
  return { parts, ...importFrameOf(snapshot) }
}
