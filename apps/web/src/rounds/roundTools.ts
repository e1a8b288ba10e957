import type { KptColumn } from '@kintsugi/model'
import type { DealtTokens, Token } from '@kintsugi/protocol'
import { laterCode } from '../app/later.ts'
import type { Blinded } from './keptRound.ts'

/** What rounds need of `@kintsugi/anonymity`. */
export interface RoundTools {
  draw(count: number): Blinded[]
  /** Null: the proof does not hold under this key, or what was dealt is not what was asked for. */
  finish(drawn: readonly Blinded[], dealt: DealtTokens, tokenKey: string): Token[] | null
  newEditKey(): { editKey: string; secret: string }
  sealOf(note: { round: string; column: KptColumn; text: string; editKey: string }): string
  sign(change: { round: string; seal: string; serial: number; text: string | null }, secret: string): string
}

/** Its code draws nothing and is large: it comes when the page is at rest. */
export const loadTools: () => Promise<RoundTools> = laterCode(() =>
  import('./anonymityTools.ts').then(({ anonymityTools }) => anonymityTools),
)
