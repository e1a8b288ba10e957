import { useMemo, useSyncExternalStore } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useSession } from '../../../board/boardContext.tsx'
import type { OtherPresence } from '../../../presence/presenceChannel.ts'

type Held = { name: string; id: string; writing: boolean }

const heldBy = ({ name, editing, selection }: OtherPresence): Held[] => {
  const id = editing?.split('.')[0] ?? selection[0]
  return id === undefined ? [] : [{ name, id, writing: editing !== null }]
}

/** Who writes where, and who is where, in words. Cursors fly past here twenty times a second: they change nothing. */
export function useHolders(): ReadonlyMap<string, string> {
  const { t } = useWords()
  const { presence } = useSession()
  const key = useSyncExternalStore(presence.others.subscribe, () =>
    JSON.stringify(presence.others.get().flatMap(heldBy)),
  )
  return useMemo(() => {
    const held = JSON.parse(key) as Held[]
    const byRow = Map.groupBy(held, ({ id }) => id)
    return new Map(
      [...byRow].map(([id, holders]) => {
        const writers = holders.filter(({ writing }) => writing)
        const names = (writers.length > 0 ? writers : holders).map(({ name }) => name)
        const list = [...new Set(names)].join(t('reading.comma'))
        return [id, t(writers.length > 0 ? 'outline.writing' : 'outline.here', { names: list })]
      }),
    )
  }, [key, t])
}
