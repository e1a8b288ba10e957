import type { Duration } from '@kintsugi/analysis'
import type { BoardSnapshot, KptColumn, Link } from '@kintsugi/model'
import { timesIn } from '@kintsugi/words'
import { Plus } from 'lucide-react'
import { memo, useMemo, useRef } from 'react'
import { useWords } from '../../app/wordsContext.tsx'
import { coverIn } from '../../board/readings.ts'
import { around, grown, type Point, type Rect } from '../../canvas/geometry.ts'
import { zoneNames } from '../../canvas/placed.ts'
import { Cracks } from '../../causes/Cracks.tsx'
import { type CrackShape, crackShapes } from '../../causes/crackShapes.ts'
import { Operators } from '../../causes/Operators.tsx'
import { ColumnHeads } from '../../kpt/ColumnHeads.tsx'
import { AxisBackdrop } from '../../timeline/AxisBackdrop.tsx'
import { baseOf } from '../../timeline/entryTime.ts'
import type { BoardLayout } from './layoutBoard.ts'
import { useToggleOperator } from './nodeTypes.tsx'
import { ZoneInvitation } from './ZoneInvitation.tsx'

export interface BackdropProps {
  snapshot: BoardSnapshot
  layout: BoardLayout
  brackets: readonly Duration[]
  selection: ReadonlySet<string>
  selectedLink: Link | null
  drags: ReadonlyMap<string, Point>
  writable: boolean
  onSelectLink: (link: Link) => void
  onAddNote: (column: KptColumn) => void
  onAddAction: () => void
  onAddCause: () => void
  onAddEvent: () => void
  onImport: () => void
  onPropose: () => void
}

/** Everything on the canvas that is not an item: zones, axis, cracks, column heads, invitations. */
export const Backdrop = memo(function Backdrop(props: BackdropProps) {
  const { snapshot, layout, writable } = props
  const { t, language } = useWords()
  const base = baseOf(snapshot.timeline)
  const about = {
    timeline: [
      t('board.zoneAbout.timeline'),
      timesIn(snapshot.incident.timeZone, language).zoneName(base ?? 0),
      ...(layout.timeline.axis.breaks.length > 0 ? [t('board.silencesCut')] : []),
    ].join(' · '),
    causes: t('board.zoneAbout.causes'),
    kpt: '',
    actions: t('board.zoneAbout.actions'),
  }
  const lastAction = layout.actions.placed.at(-1)?.rect
  return (
    <>
      {zoneNames.map((name) => {
        const zone = layout.zones[name]
        return (
          <section key={name} aria-label={t(`terms.part.${name}`)} data-zone={name}>
            <div
              className="k-zone"
              style={{ left: zone.x, top: zone.y, width: zone.width, height: zone.height }}
            />
            {name !== 'kpt' && (
              <div className="k-zone-head" style={{ left: zone.x, top: zone.y }}>
                <h2>{t(`terms.part.${name}`)}</h2>
                <p>{about[name]}</p>
              </div>
            )}
          </section>
        )
      })}
      <AxisBackdrop
        layout={layout.timeline}
        timeZone={snapshot.incident.timeZone}
        brackets={props.brackets}
        selection={props.selection}
      />
      <CauseLinks {...props} />
      <ColumnHeads
        layout={layout.kpt}
        onAdd={writable ? props.onAddNote : undefined}
        onPropose={props.onPropose}
      />
      {writable && snapshot.actions.length > 0 && lastAction && (
        <button
          type="button"
          className="k-add k-add-row nopan"
          data-testid="add-action"
          style={{ left: lastAction.x - 4, top: lastAction.y + lastAction.height + 6 }}
          aria-label={t('board.addTo', { part: t('terms.part.actions') })}
          onClick={props.onAddAction}
        >
          <Plus size={15} aria-hidden="true" />
        </button>
      )}
      <ZoneInvitation {...props} />
    </>
  )
})

function CauseLinks(props: BackdropProps) {
  const { snapshot, layout, drags, writable } = props
  const known = useRef(new Map<string, CrackShape & { seed: string }>())
  const toggleOperator = useToggleOperator()
  const rectOf = useMemo(() => {
    const rects = new Map(layout.causes.placed.map(({ id, rect }) => [id, rect]))
    return (id: string): Rect | undefined => {
      const rect = rects.get(id)
      const drag = drags.get(id)
      return rect && drag ? { ...rect, ...drag } : rect
    }
  }, [layout.causes, drags])
  const cover = coverIn(snapshot)
  const shapes = useMemo(() => {
    const causes = new Map(snapshot.causes.map((cause) => [cause.id, cause]))
    return crackShapes(
      {
        links: snapshot.links,
        rectOf,
        causeOf: (id) => causes.get(id),
        coverOf: (id) => cover.byCause[id] ?? 'bare',
      },
      known.current,
    )
  }, [snapshot.links, snapshot.causes, rectOf, cover])
  const box = useMemo(
    () => grown(around(shapes.map((shape) => shape.box)) ?? layout.zones.causes, 20),
    [shapes, layout],
  )
  return (
    <>
      <Cracks shapes={shapes} box={box} selected={props.selectedLink} onSelect={props.onSelectLink} />
      <Operators
        causes={snapshot.causes}
        links={snapshot.links}
        rectOf={rectOf}
        selection={props.selection}
        onToggle={writable ? toggleOperator : undefined}
      />
    </>
  )
}
