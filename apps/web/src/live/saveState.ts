/** What the person is told: saved 保存済み · saving 保存中 · offline オフライン(この端末に保管) · unsaved 未保存. */
export type SaveStateKind = 'saved' | 'saving' | 'offline' | 'unsaved'

export interface SaveState {
  readonly kind: SaveStateKind
  /** Every edit of this tab has been committed to this device's own store. */
  readonly onDevice: boolean
}
