import type { Member } from '@kintsugi/protocol'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable, useSession } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import { ownPrincipal } from '../identity/ownPrincipal.ts'
import { peopleIn } from '../presence/people.ts'

/** Other people on the board now. */
export function useOthersPresent(): Member[] {
  const { language } = useWords()
  const others = useReadable(useSession().presence.others)
  return peopleIn(others, ownPrincipal(ensureGuest(language)))
}
