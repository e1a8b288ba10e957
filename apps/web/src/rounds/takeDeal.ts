import type { LiveRound } from '@kintsugi/protocol'
import { freshRound, withDeal } from './keptRound.ts'
import type { KeptRounds } from './keptRounds.ts'
import type { RoundLine } from './roundLine.ts'
import type { RoundTools } from './roundTools.ts'

export interface DealParts {
  readonly kept: KeptRounds
  readonly line: RoundLine
  readonly tools: RoundTools
}

/**
 * One deal's tokens, exactly as many as it has. What was drawn is kept before it is asked with: asked again, from another
 * tab or after a reload, it is the same. `tokenKey`: the board's, which everybody sees; false where the server used, or
 * may have used, another one for this person.
 */
export async function takeDeal(
  round: LiveRound,
  deal: number,
  tokenKey: string,
  { kept, line, tools }: DealParts,
): Promise<boolean> {
  const before = await kept.begin(round.id, freshRound(round.id, tokenKey), (there) => {
    if (there.deals.some((each) => each.deal === deal)) return there
    return withDeal(there, { deal, drawn: tools.draw(round.tokens), tokens: null })
  })
  const waiting = before.deals.find((each) => each.deal === deal)
  if (before.tokenKey !== tokenKey) return false
  if (!waiting || waiting.tokens) return true
  const asked = waiting.drawn.map(({ blinded }) => blinded)
  const dealt = await line.takeTokens(round.id, deal, asked)
  const tokens = dealt.tokenKey === tokenKey ? tools.finish(waiting.drawn, dealt, tokenKey) : null
  if (tokens === null) return false
  await kept.keep(round.id, (there) => withDeal(there, { ...waiting, tokens }))
  return true
}
