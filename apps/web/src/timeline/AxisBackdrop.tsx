import type { Duration } from '@kintsugi/analysis'
import { formatDuration, timesIn } from '@kintsugi/words'
import { memo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { bracketHeight, type TimelineLayout } from './layoutTimeline.ts'

export interface AxisBackdropProps {
  layout: TimelineLayout
  timeZone: string
  brackets: readonly Duration[]
  selection: ReadonlySet<string>
}

/** Axis, ticks, cut silences, dots and stems, and the durations below: drawn once, behind the cards. */
export const AxisBackdrop = memo(function AxisBackdrop(props: AxisBackdropProps) {
  const { layout, timeZone, brackets, selection } = props
  const { t, language } = useWords()
  const times = timesIn(timeZone, language)
  const { axis, axisY, origin, zone, marks, timelessX } = layout
  if (marks.length === 0) return null
  const end = timelessX === null ? zone.width - 18 : timelessX - 12
  const byId = new Map(marks.map((mark) => [mark.entry.id, mark]))

  return (
    <>
      <svg className="k-axis" width={zone.width} height={zone.height} aria-hidden="true">
        {marks.map((mark) => (
          <line
            key={mark.entry.id}
            className="k-axis-stem"
            x1={mark.x}
            x2={mark.x}
            y1={mark.stemFrom}
            y2={axisY}
            data-selected={selection.has(mark.entry.id)}
          />
        ))}
        <path className="k-axis-line" d={axisPath(18, end, axisY, origin, axis.breaks)} />
        {timelessX !== null && (
          <line
            className="k-axis-line"
            strokeDasharray="2 5"
            x1={timelessX}
            x2={zone.width - 18}
            y1={axisY}
            y2={axisY}
          />
        )}
        {axis.ticks.map((tick) => (
          <line
            key={tick.at}
            className="k-axis-tick"
            x1={origin + tick.x}
            x2={origin + tick.x}
            y1={axisY - 4}
            y2={axisY + 4}
          />
        ))}
        {marks.map(
          (mark) =>
            mark.xEnd !== null && (
              <line
                key={mark.entry.id}
                className="k-axis-span"
                x1={mark.x}
                x2={mark.xEnd}
                y1={axisY}
                y2={axisY}
              />
            ),
        )}
        {marks.map((mark) => (
          <circle
            key={mark.entry.id}
            className="k-axis-dot"
            cx={mark.x}
            cy={axisY}
            r={5}
            data-milestone={mark.entry.milestone !== null}
            data-selected={selection.has(mark.entry.id)}
          />
        ))}
        {brackets.map((duration, i) => {
          const ends = bracketEnds(duration, byId)
          if (!ends) return null
          const y = layout.bracketsY + i * bracketHeight + 16
          return (
            <path
              key={duration.name}
              className="k-axis-bracket"
              d={`M${ends.from} ${y - 6}V${y}H${ends.to}V${y - 6}`}
              strokeDasharray={duration.suggested ? '3 3' : undefined}
            />
          )
        })}
      </svg>
      {axis.ticks.map((tick) => (
        <span key={tick.at} className="k-axis-label" style={{ left: origin + tick.x, top: axisY + 9 }}>
          {tick.newDay && `${times.date(tick.at, { year: false })} `}
          {times.clock(tick.at)}
        </span>
      ))}
      {namedCuts(axis.breaks).map((cut) => (
        <span
          key={cut.x0}
          className="k-axis-label k-axis-cut"
          style={{ left: origin + (cut.x0 + cut.x1) / 2, top: axisY - 27 }}
        >
          {t('board.silence', { length: formatDuration(cut.ms, language) })}
        </span>
      ))}
      {timelessX !== null && (
        <span className="k-axis-label k-axis-timeless" style={{ left: timelessX, top: axisY + 9 }}>
          {t('board.withoutTime')}
        </span>
      )}
      {brackets.map((duration, i) => {
        const ends = bracketEnds(duration, byId)
        if (!ends || duration.ms === null) return null
        return (
          <span
            key={duration.name}
            className="k-axis-duration"
            // A bracket narrower than its words has them beside it.
            data-beside={ends.to - ends.from < 170}
            style={{
              left: ends.to - ends.from < 170 ? ends.to + 8 : (ends.from + ends.to) / 2,
              top: layout.bracketsY + i * bracketHeight - (ends.to - ends.from < 170 ? -3 : 3),
            }}
          >
            <b>{formatDuration(duration.ms, language)}</b> {t(`metrics.duration.${duration.name}`)}
          </span>
        )
      })}
    </>
  )
})

/** Room that the words on a cut silence take. */
const cutWords = 104

/** Where cuts stand close together the longest silences are named and the others only drawn. */
function namedCuts(breaks: TimelineLayout['axis']['breaks']): TimelineLayout['axis']['breaks'] {
  const middle = (cut: { x0: number; x1: number }): number => (cut.x0 + cut.x1) / 2
  const named: TimelineLayout['axis']['breaks'] = []
  for (const cut of breaks.toSorted((a, b) => b.ms - a.ms))
    if (named.every((other) => Math.abs(middle(other) - middle(cut)) >= cutWords)) named.push(cut)
  return named
}

/** A straight line that breaks into a small zigzag where a silence is cut short. */
function axisPath(
  from: number,
  to: number,
  y: number,
  origin: number,
  breaks: TimelineLayout['axis']['breaks'],
): string {
  const zigzags = breaks.map(({ x0, x1 }) => {
    const x = origin + (x0 + x1) / 2
    return `H${x - 13}l5 -9 7 18 7 -18 6 9`
  })
  return `M${from} ${y}${zigzags.join('')}H${to}`
}

function bracketEnds(
  duration: Duration,
  byId: ReadonlyMap<string, { x: number }>,
): { from: number; to: number } | null {
  const from = duration.from === null ? undefined : byId.get(duration.from)
  const to = duration.to === null ? undefined : byId.get(duration.to)
  return from && to && to.x > from.x ? { from: from.x, to: to.x } : null
}

const drawnFirst = [
  'timeToDetect',
  'timeToMitigate',
  'timeToResolve',
  'impactDuration',
  'timeToAcknowledge',
] as const

/** The few durations worth a line below the axis; each pair of entries once. */
export function bracketsOf(all: readonly Duration[]): Duration[] {
  const seen = new Set<string>()
  return drawnFirst
    .flatMap((name) => all.find((d) => d.name === name) ?? [])
    .filter((d) => {
      const pair = `${d.from} ${d.to}`
      if (d.ms === null || d.ms <= 0 || d.from === null || d.to === null || seen.has(pair)) return false
      seen.add(pair)
      return true
    })
    .slice(0, 3)
}
