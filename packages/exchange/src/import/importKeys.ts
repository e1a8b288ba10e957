import {
  type BoardItem,
  type BoardPart,
  type BoardSnapshot,
  boardParts,
  type ItemId,
  linkKey,
  plainTextOf,
} from '@kintsugi/model'

/** By what an item is known again. */
export interface ImportKey {
  id: ItemId
  /** What it says, and where that matters when or where it stands, however it was written; null where it says nothing. */
  said: string | null
  /** Where it came from: source and its id there. Survives every rewriting. */
  source: string | null
}
/** What has to be known of a board to tell what is new to it: small, so that it can be sent to a worker. */
export interface ImportKeys {
  parts: Readonly<Record<BoardPart, readonly ImportKey[]>>
  /** `linkKey` of every link. */
  links: readonly string[]
  /** First free row under the causes, in canvas units. */
  causeRow: number
}

/** The same words in full or half width, upper or lower case, with other punctuation: the same. */
function spoken(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase()
  const words = folded.replace(/[\s\p{P}\p{S}]+/gu, ' ').trim()
  // Of a text that is signs only (👍, ↑↑) the signs are the words.
  return words === '' ? folded.trim() : words
}

function said(part: BoardPart, item: BoardItem): string | null {
  const words = spoken('text' in item ? plainTextOf(item.text) : item.name)
  if (words === '') return null
  if (part === 'timeline' && 'at' in item) {
    // To the minute: one tool writes the seconds and another does not.
    return `${item.at === null ? (item.day ?? '') : item.at.slice(0, 16)}\n${words}`
  }
  if (part === 'causes' && 'kind' in item) return `${item.kind}\n${words}`
  if ('slot' in item) return `${item.slot.column}\n${words}`
  if ('department' in item) return `${words}\n${spoken(item.department)}`
  return words
}

export function importKeyOf(part: BoardPart, item: BoardItem): ImportKey {
  const source = 'source' in item && item.source ? `${item.source.format}:${item.source.externalId}` : null
  return { id: item.id, said: said(part, item), source }
}

/** Room for the tallest cause and the gap under it, in canvas units. */
const causeRoom = 220

/** What else has to be known: links, and where new causes go. */
export function importFrameOf(
  board: Pick<BoardSnapshot, 'causes' | 'placements' | 'links'>,
): Pick<ImportKeys, 'links' | 'causeRow'> {
  const { causes, placements, links } = board
  const tops = causes.flatMap(({ id }) => placements[id]?.y ?? [])
  return {
    links: links.map(linkKey),
    causeRow: tops.length === 0 ? 0 : Math.max(...tops) + causeRoom,
  }
}

export function importKeysOf(board: BoardSnapshot): ImportKeys {
  const keys = (part: BoardPart): ImportKey[] =>
    (board[part] as BoardItem[]).map((item) => importKeyOf(part, item))
  const parts = Object.fromEntries(boardParts.map((part) => [part, keys(part)])) as Record<
    BoardPart,
    ImportKey[]
  >
  return { parts, ...importFrameOf(board) }
}
