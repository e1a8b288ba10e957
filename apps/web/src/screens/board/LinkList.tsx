import { linkItems, unlinkItems } from '@kintsugi/board'
import { type KptNote, type Link, linkKey, type RichText } from '@kintsugi/model'
import { IconButton } from '@kintsugi/ui'
import { Select } from '@kintsugi/ui/overlays'
import { X } from 'lucide-react'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../../board/boardContext.tsx'
import { firstLineOf } from '../../board/firstLine.ts'
import { itemIn, linksOf, type Named } from '../../board/readings.ts'
import { linkBetween, type Thing } from '../../canvas/dropIntent.ts'

export interface LinkListProps {
  thing: Named
  onGo: (id: string) => void
}

/** All links of one thing in words, and a way to make one without dragging. */
export function LinkList({ thing, onGo }: LinkListProps) {
  const { t } = useWords()
  const { board } = useSession()
  const snapshot = useBoard((s) => s)
  const writable = useWritable()
  const links = linksOf(snapshot, thing.id)
  const lines = links.flatMap((link) => {
    const way = link.from === thing.id ? ('from' as const) : ('to' as const)
    const other = itemIn(snapshot, way === 'from' ? link.to : link.from)
    return other ? [{ link, way, other }] : []
  })
  const causes = writable ? candidatesFor(thing, links, 'causes', snapshot.causes) : []
  const speaks = writable && thing.part === 'kptNotes'
  const entries = speaks ? candidatesFor(thing, links, 'timeline', snapshot.timeline) : []
  if (lines.length + causes.length + entries.length === 0) return null
  return (
    <section className="k-field" aria-label={t('panels.links')}>
      <span className="k-label">{t('panels.links')}</span>
      {lines.map(({ link, way, other }) => (
        <div key={linkKey(link)} className="k-link-line" data-kind={link.kind}>
          <button type="button" data-tip={t('panels.goTo')} onClick={() => onGo(other.id)}>
            <small>{t(`panels.linkReads.${link.kind}.${way}`)}</small>
            <span>{nameOf(other) || t('board.emptyText')}</span>
          </button>
          {writable && (
            <IconButton label={t('panels.unlink')} side="end" onClick={() => unlinkItems(board, link)}>
              <X size={14} />
            </IconButton>
          )}
        </div>
      ))}
      {(['linkTo', 'linkToEntry'] as const).map((name) => {
        const candidates = name === 'linkTo' ? causes : entries
        return (
          candidates.length > 0 && (
            <Select
              key={name}
              label={t(`panels.${name}`)}
              hideLabel
              testId={name === 'linkTo' ? 'link-to' : 'link-to-entry'}
              value="none"
              choices={[
                { value: 'none', label: `${t(`panels.${name}`)} …` },
                ...candidates.map(({ other }) => ({
                  value: other.id,
                  label:
                    nameOf(other) || t(name === 'linkTo' ? 'board.untitledCause' : 'board.untitledEntry'),
                })),
              ]}
              onChoose={(id) => {
                const link = candidates.find((candidate) => candidate.other.id === id)?.link
                if (link) linkItems(board, link)
              }}
            />
          )
        )
      })}
    </section>
  )
}

const nameOf = ({ item }: Named): string => firstLineOf((item as { id: string; text: RichText }).text)

/** Causes, or entries, that this thing could be linked to and is not. An action has its own list of causes. */
function candidatesFor(
  thing: Named,
  links: readonly Link[],
  part: 'causes' | 'timeline',
  others: readonly { id: string }[],
): { other: Named; link: Link }[] {
  if (thing.part === 'actions' || thing.part === 'freeNotes' || thing.part === 'kptGroups') return []
  const own: Thing =
    thing.part === 'kptNotes'
      ? { id: thing.id, part: thing.part, column: (thing.item as KptNote).slot.column }
      : { id: thing.id, part: thing.part }
  return others.flatMap((each) => {
    const other: Named = { id: each.id, part, item: each }
    const link: Link | null =
      thing.part === 'causes'
        ? { kind: 'because', from: thing.id, to: each.id }
        : linkBetween(own, { id: each.id, part })
    const there = link === null || each.id === thing.id || links.some((l) => linkKey(l) === linkKey(link))
    return there ? [] : [{ other, link }]
  })
}
