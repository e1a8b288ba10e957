/** What the person is told: saved 保存済み · saving 保存中 · offline オフライン(この端末に保管) · unsaved 未保存. */
export type SaveStateKind = 'saved' | 'saving' | 'offline' | 'unsaved'

export interface SaveState {
  readonly kind: SaveStateKind
  /** Every edit of this tab has been committed to this device's own store. */
  readonly onDevice: boolean
}

export interface SaveFacts {
  /** `connecting` is the first attempt only: later ones are `down` until the server has let us in again. */
  readonly link: 'connecting' | 'open' | 'down'
  /** Both sides have told each other everything on this connection. */
  readonly synced: boolean
  /** Own edits the server has not yet reported as durable. */
  readonly outstanding: number
  readonly onDevice: boolean
  /** This device's store refuses to write (full, blocked, private window). */
  readonly deviceFails: boolean
  /** The server refused an own edit for good, and it has not been put into a recovered draft yet. */
  readonly refused: boolean
  /** The board is final: nothing outstanding will be taken. */
  readonly final: boolean
  /** The server's own storage fails: nothing outstanding will be taken for now. */
  readonly storageFails: boolean
  /** The facilitator has locked the board: what is outstanding is taken afterwards. */
  readonly locked: boolean
}

/** "Saved" is said only when the server has reported every own edit as durable. */
export function saveStateOf(facts: SaveFacts): SaveState {
  return { kind: kindOf(facts), onDevice: facts.onDevice }
}

function kindOf(facts: SaveFacts): SaveStateKind {
  const atRisk = facts.outstanding > 0
  if (facts.refused) return 'unsaved'
  if (atRisk && (facts.final || facts.storageFails)) return 'unsaved'
  if (atRisk && (facts.link !== 'open' || facts.locked) && facts.deviceFails && !facts.onDevice)
    return 'unsaved'
  if (facts.link === 'down') return 'offline'
  if (facts.link === 'open' && facts.synced && !atRisk) return 'saved'
  return 'saving'
}

/** Whether closing the tab now would lose something typed here. */
export function wouldLoseEdits(facts: Pick<SaveFacts, 'outstanding' | 'onDevice'>): boolean {
  return facts.outstanding > 0 && !facts.onDevice
}

export function sameSaveState(a: SaveState, b: SaveState): boolean {
  return a.kind === b.kind && a.onDevice === b.onDevice
}
