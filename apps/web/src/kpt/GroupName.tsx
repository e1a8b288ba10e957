import { changeKptGroup } from '@kintsugi/board'
import type { KptGroup } from '@kintsugi/model'
import { isComposing } from '@kintsugi/ui'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useSession } from '../board/boardContext.tsx'

export interface GroupNameProps {
  group: KptGroup
  /** After the name has been taken over, or left as it was; `byKey`: not because the focus went elsewhere. */
  onDone: (byKey: boolean) => void
}
/** A group's name being written in its place: Enter or leaving takes it over, Esc leaves it. */
export function GroupName({ group, onDone }: GroupNameProps) {
  const { t } = useWords()
  const { board } = useSession()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(group.name)
  const done = useRef(false)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  const latest = useRef({ group, name, onDone })
  useEffect(() => {
    latest.current = { group, name, onDone }
  })
  // Scrolled out of sight its card goes before it loses its focus: what was typed is kept all the same.
  useEffect(
    () => () => {
      const { group: named, name: typed, onDone: leave } = latest.current
      if (done.current || typed.trim() === named.name) return
      changeKptGroup(board, named.id, { name: typed.trim() })
      leave(false)
    },
    [board],
  )
  const finish = (take: boolean, byKey: boolean): void => {
    if (done.current) return
    done.current = true
    if (take && name.trim() !== group.name) changeKptGroup(board, group.id, { name: name.trim() })
    onDone(byKey)
  }
  return (
    <input
      ref={field}
      className="k-group-field nodrag nopan"
      aria-label={t('panels.note.groupName')}
      placeholder={t('kpt.nameIt')}
      maxLength={200}
      value={name}
      data-testid="group-field"
      onChange={(event) => setName(event.target.value)}
      onBlur={() => finish(true, false)}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        finish(event.key === 'Enter', true)
      }}
    />
  )
}
