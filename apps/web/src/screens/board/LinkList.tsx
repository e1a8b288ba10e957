import { linkItems, unlinkItems } from '@kintsugi/board'
import { type Link, linkKey, plainTextOf, type RichText } from '@kintsugi/model'
import { IconButton } from '@kintsugi/ui'
import { Select } from '@kintsugi/ui/overlays'
import { X } from 'lucide-react'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../../board/boardContext.tsx'
import { itemIn, linksOf, type Named } from '../../board/readings.ts'
import { linkBetween } from '../../canvas/dropIntent.ts'

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
  const candidates = writable ? candidatesFor(thing, links, snapshot.causes) : []
  if (lines.length === 0 && candidates.length === 0) return null
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
      {candidates.length > 0 && (
        <Select
          label={t('panels.linkTo')}
          hideLabel
          testId="link-to"
          value="none"
          choices={[
            { value: 'none', label: `${t('panels.linkTo')} …` },
            ...candidates.map(({ other }) => ({
              value: other.id,
              label: nameOf(other) || t('board.untitledCause'),
            })),
          ]}
          onChoose={(id) => {
            const link = candidates.find((candidate) => candidate.other.id === id)?.link
            if (link) linkItems(board, link)
          }}
        />
      )}
    </section>
  )
}

const nameOf = ({ item }: Named): string =>
  plainTextOf((item as { id: string; text: RichText }).text).split('\n')[0] ?? ''

/** Causes that this thing could be linked to and is not. An action has its own list of causes. */
function candidatesFor(
  thing: Named,
  links: readonly Link[],
  causes: readonly { id: string }[],
): { other: Named; link: Link }[] {
  if (thing.part === 'actions' || thing.part === 'freeNotes') return []
  return causes.flatMap((cause) => {
    const other: Named = { id: cause.id, part: 'causes', item: cause }
    const link: Link | null =
      thing.part === 'causes'
        ? { kind: 'because', from: thing.id, to: cause.id }
        : linkBetween({ id: thing.id, part: thing.part }, { id: cause.id, part: 'causes' })
    const there = link === null || cause.id === thing.id || links.some((l) => linkKey(l) === linkKey(link))
    return there ? [] : [{ other, link }]
  })
}
