import { useMemo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useSession } from '../board/boardContext.tsx'
import { type CountFirst, countFirst } from './countFirst.ts'

export function useCountFirst(): CountFirst {
  const session = useSession()
  const { t } = useWords()
  return useMemo(() => countFirst(session, t), [session, t])
}
