import type { Member } from '@kintsugi/protocol'
import { useReadable, useSession } from '../board/boardContext.tsx'

/** Others on the board now, each once however many tabs they have. */
export function useOthersPresent(): Member[] {
  const others = useReadable(useSession().presence.others)
  const byPrincipal = new Map(
    others
      .filter(({ principal }) => principal !== '')
      .map(({ principal, name }) => [principal, { principal, name }] as const),
  )
  return [...byPrincipal.values()]
}
