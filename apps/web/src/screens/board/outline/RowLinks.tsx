import type { BoardSnapshot, LinkKind, RichText } from '@kintsugi/model'
import { useMemo } from 'react'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard } from '../../../board/boardContext.tsx'
import { firstLineOf } from '../../../board/firstLine.ts'
import { itemIn, linksOf } from '../../../board/readings.ts'
import { useOutline } from './outlineDesk.ts'

interface LinkLine {
  kind: LinkKind
  way: 'from' | 'to'
  id: string
  name: string
}

/** As one string: equal as long as nothing of it changed, however often the board does. */
function linesOf(snapshot: BoardSnapshot, id: string, skip: readonly string[]): string {
  const links = linksOf(snapshot, id)
  if (links.length === 0) return ''
  const lines = links.flatMap((link): LinkLine[] => {
    const way = link.from === id ? 'from' : 'to'
    const other = itemIn(snapshot, way === 'from' ? link.to : link.from)
    if (!other || skip.includes(`${link.kind} ${way}`)) return []
    return [
      {
        kind: link.kind,
        way,
        id: other.id,
        name: firstLineOf((other.item as unknown as { text: RichText }).text),
      },
    ]
  })
  return lines.length === 0 ? '' : JSON.stringify(lines)
}

export interface RowLinksProps {
  id: string
  /** Whether its jumps are in the tab order. */
  reachable: boolean
  /** Links that the place already says (`because to`: the row stands below its effect). */
  skip?: readonly string[]
}
const nothing: readonly string[] = []

/** What a thing is linked with, in words, each a jump. */
export function RowLinks({ id, reachable, skip = nothing }: RowLinksProps) {
  const { t } = useWords()
  const told = useBoard((s) => linesOf(s, id, skip))
  const groups = useMemo(() => {
    const lines = told === '' ? [] : (JSON.parse(told) as LinkLine[])
    return [...Map.groupBy(lines, ({ kind, way }) => `${kind}.${way}` as const)]
  }, [told])
  if (groups.length === 0) return null
  return (
    <ul className="k-ol-links">
      {groups.map(([reads, lines]) => (
        <li key={reads}>
          <span>{t(`panels.linkReads.${reads}`)}</span>{' '}
          {lines.map((line, i) => (
            <span key={line.id}>
              {i > 0 && t('reading.comma')}
              <JumpTo id={line.id} reachable={reachable}>
                {line.name || t('board.emptyText')}
              </JumpTo>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

export interface JumpToProps {
  id: string
  reachable: boolean
  children: string
}
/** Leads to another row of the page, as links do. */
export function JumpTo({ id, reachable, children }: JumpToProps) {
  const { acts } = useOutline()
  return (
    <a
      href={`#${id}`}
      className="k-ol-jump"
      tabIndex={reachable ? 0 : -1}
      onClick={(event) => {
        event.preventDefault()
        acts.go(id)
      }}
    >
      {children}
    </a>
  )
}
