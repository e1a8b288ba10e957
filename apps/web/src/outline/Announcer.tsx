import { watchOthers } from '@kintsugi/board'
import { useEffect, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useSession } from '../board/boardContext.tsx'
import { changesBetween, OthersWork, type Summary } from './othersChanges.ts'

/** Whoever listens hears what others did in sum, at most so often: a screen reader that talks all the time says nothing. */
const every = 5000

/** Tells in a polite live region what others changed. One's own changes are told where they are made. */
export function Announcer() {
  const { t } = useWords()
  const { board, watch, presence } = useSession()
  const [summaries, setSummaries] = useState<readonly Summary[]>([])
  useEffect(() => {
    const work = new OthersWork()
    let seen = watch.getSnapshot()
    let timer: ReturnType<typeof setTimeout> | undefined
    const stopOwn = watch.subscribe(() => {
      // What others did is compared in `stopOthers`, which is told right after this; what is left over is one's own.
      queueMicrotask(() => {
        seen = watch.getSnapshot()
      })
    })
    const stopOthers = watchOthers(board, (clients) => {
      const now = watch.getSnapshot()
      const writers = presence.others.get().filter(({ clientId }) => clients.includes(clientId))
      work.add(writers.length === 1 ? (writers[0]?.name ?? null) : null, changesBetween(seen, now))
      seen = now
      if (work.empty) return
      timer ??= setTimeout(() => {
        timer = undefined
        setSummaries(work.take())
      }, every)
    })
    return () => {
      clearTimeout(timer)
      stopOwn()
      stopOthers()
    }
  }, [board, watch, presence])
  const sentences = summaries.map(({ who, changes }) =>
    t('outline.change.by', {
      who: who ?? t('outline.change.somebody'),
      what: changes
        .map(({ part, how, count }) =>
          t(`outline.change.${how}`, { things: t(`outline.things.${part}`, { count }) }),
        )
        .join(t('reading.comma')),
    }),
  )
  return (
    <div className="sr-only" role="status" aria-live="polite" data-testid="others-changes">
      {sentences.join(' ')}
    </div>
  )
}
