import { timelineAxis } from '@kintsugi/analysis'
import { type ItemId, plainTextOf, type TimelineEntry } from '@kintsugi/model'
import { formatDuration } from '@kintsugi/words'
import type { ReactNode } from 'react'
import { type Reading, timeOf } from './reading.ts'
import { widthOfText } from './textFit.ts'
import { WideFigure } from './WideFigure.tsx'

const width = 720
const row = 36
const stem = 14
/** Room for labels that turn out wider than estimated. */
const side = 12

/** The axis with its milestones, pauses compressed, as an image with a title and a description. */
export function TimelineFigure({ reading }: { reading: Reading }): ReactNode {
  const { snapshot, t, language } = reading
  const timed = snapshot.timeline.filter((entry) => entry.at !== null)
  const [first, last] = [timed[0], timed.at(-1)]
  if (!first || !last || timed.length < 2) return null
  const labels = labelsOf(reading, timed)
  const axis = timelineAxis(timed, {
    zone: snapshot.incident.timeZone,
    length: width,
    widthOf: (id) => labels.get(id)?.width ?? 0,
    spacing: 8,
    padding: 36,
    minStep: timed.length > 60 ? 5 : 9,
    breakLength: 84,
  })
  const y = axis.lanes.above * row + stem + 8
  const pauses = axis.breaks.length > 0 ? 20 : 0
  const height = y + pauses + axis.lanes.below * row + stem + 8
  const title = t('reading.timelineTitle', { from: timeOf(reading, first), to: timeOf(reading, last) })
  const milestones = [...labels.values()].map(({ name, time }) => `${name} ${time}`).join(t('reading.comma'))
  const description = t(milestones ? 'reading.timelineDescription' : 'reading.timelineDescriptionPlain', {
    count: timed.length,
    milestones,
  })
  const zigzags = axis.breaks.map(({ x0, x1 }) => `H${(x0 + x1) / 2 - 9}l4 -6l6 12l4 -6`)
  const place = (id: ItemId) =>
    axis.places[id] ?? { x: 0, xEnd: null, side: 'above' as const, lane: 0, left: 0 }
  const impact = impactOf(reading, place)
  return (
    <WideFigure label={t('reading.scrollable', { title })}>
      <svg
        className={axis.length > 1050 ? 'timeline-figure long' : 'timeline-figure'}
        role="img"
        aria-labelledby="timeline-figure-title timeline-figure-description"
        viewBox={`${-side} 0 ${axis.length + 2 * side} ${height}`}
        width={axis.length + 2 * side}
        height={height}
      >
        <title id="timeline-figure-title">{title}</title>
        <desc id="timeline-figure-description">{description}</desc>
        {impact ? <line className="impact-line" x1={impact.from} x2={impact.to} y1={y} y2={y} /> : null}
        <path className="axis" d={`M2 ${y}${zigzags.join('')}H${axis.length - 2}`} />
        {axis.breaks.map(({ x0, x1, ms }) => {
          const words = t('reading.pause', { duration: formatDuration(ms, language) })
          return widthOfText(words, 10.5) > x1 - x0 + 12 ? null : (
            <text key={x0} className="pause" x={(x0 + x1) / 2 + 2} y={y + 21}>
              {words}
            </text>
          )
        })}
        {timed.map((entry) => (
          <EntryMark key={entry.id} entry={entry} at={place(entry.id)} y={y} big={labels.has(entry.id)} />
        ))}
        {[...labels].map(([id, label]) => (
          <MilestoneLabel key={id} label={label} at={place(id)} y={y} pauses={pauses} />
        ))}
      </svg>
    </WideFigure>
  )
}

interface Label {
  name: string
  time: string
  width: number
}
type Spot = { x: number; xEnd: number | null; side: 'above' | 'below'; lane: number; left: number }

/** Only entries that stand for their milestone are named on the axis: the table names the rest. */
function labelsOf(reading: Reading, timed: readonly TimelineEntry[]): Map<ItemId, Label> {
  const { milestones, t, times, base } = reading
  const standing = new Map(Object.values(milestones).map((use) => [use.entryId, use]))
  return new Map(
    timed.flatMap((entry): [ItemId, Label][] => {
      const use = standing.get(entry.id)
      if (!use || entry.at === null) return []
      const name = t(`terms.milestone.${use.name}`)
      const shown = use.suggested ? t('reading.suggested', { milestone: name }) : name
      const time = times.entry({ at: entry.at, approx: entry.approx }, base ?? entry.at)
      return [
        [entry.id, { name: shown, time, width: Math.max(widthOfText(shown, 13), widthOfText(time, 11)) }],
      ]
    }),
  )
}

/** The stretch in which users felt it, where both its ends are known. */
function impactOf({ milestones }: Reading, place: (id: ItemId) => Spot): { from: number; to: number } | null {
  const [start, end] = [milestones.impactStart, milestones.impactEnd ?? milestones.resolved]
  if (!start?.at || !end?.at || Date.parse(start.at) >= Date.parse(end.at)) return null
  return { from: place(start.entryId).x, to: place(end.entryId).x }
}

function EntryMark({
  entry,
  at,
  y,
  big,
}: {
  entry: TimelineEntry
  at: Spot
  y: number
  big: boolean
}): ReactNode {
  return (
    <>
      {at.xEnd === null ? null : (
        <rect className="span" x={at.x} y={y - 3.5} width={at.xEnd - at.x} height="7" rx="3.5" />
      )}
      <circle className={`dot ${entry.approx ? 'approx' : ''}`} cx={at.x} cy={y} r={big ? 5.5 : 3.5}>
        <title>{plainTextOf(entry.text)}</title>
      </circle>
    </>
  )
}

function MilestoneLabel({
  label,
  at,
  y,
  pauses,
}: {
  label: Label
  at: Spot
  y: number
  pauses: number
}): ReactNode {
  const above = at.side === 'above'
  const middle = at.left + label.width / 2
  const top = above ? y - stem - at.lane * row - 22 : y + pauses + stem + at.lane * row + 6
  const from = above ? y - 8 : y + 8
  const to = above ? top + 27 : top - 9
  return (
    <>
      {Math.abs(to - from) > 6 ? <path className="stem" d={`M${at.x} ${from}L${at.x} ${to}`} /> : null}
      <text className="milestone" x={middle} y={top + 4}>
        {label.name}
      </text>
      <text className="milestone-time" x={middle} y={top + 18}>
        {label.time}
      </text>
    </>
  )
}
