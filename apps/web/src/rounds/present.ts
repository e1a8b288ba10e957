import type { Member } from '@kintsugi/protocol'
import { useReadable, useSession } from '../board/boardContext.tsx'
import { peopleIn } from '../presence/people.ts'

/** Others on the board now. */
export const useOthersPresent = (): Member[] => peopleIn(useReadable(useSession().presence.others))
