import { type Cause, plainTextOf } from '@kintsugi/model'
import type { ReactNode } from 'react'
import type { Reading } from './reading.ts'
import { widthOfText, wrapText } from './textFit.ts'

export interface NodeBox {
  x: number
  y: number
  width: number
  height: number
}

const nodeWidth = 168
const padding = 12
const kickerSize = 10.5
const kickerHeight = 14
const lineHeight = 18
const chips = 24

function linesOf(cause: Cause, { language, t }: Reading): string[] {
  const text = plainTextOf(cause.text) || t('reading.whyOpen')
  return wrapText(text, { width: nodeWidth - 2 * padding, size: 13, most: 4, language })
}

/** Certainty, kind and layer: on one line where they fit. */
function kickerOf(cause: Cause, { t }: Reading): string[] {
  const marks = [
    cause.certainty === 'confirmed' ? [] : [t(`terms.causeCertainty.${cause.certainty}`)],
    [t(`terms.causeKind.${cause.kind}`)],
    cause.layer ? [t(`terms.causeLayer.${cause.layer}`)] : [],
  ].flat()
  const room = nodeWidth - 2 * padding - (cause.acceptedRisk === '' ? 0 : 20)
  return marks.reduce<string[]>((lines, mark) => {
    const longer = `${lines.at(-1)} · ${mark}`
    return lines.length > 0 && widthOfText(longer, kickerSize) <= room
      ? lines.with(-1, longer)
      : lines.concat(mark)
  }, [])
}

/** Causes that could be mended show which sides are; what is no cause to mend shows none. */
const hasChips = (cause: Cause): boolean =>
  cause.kind !== 'impact' &&
  cause.kind !== 'mitigating' &&
  cause.certainty !== 'refuted' &&
  cause.acceptedRisk.trim() === ''

export function nodeSize(cause: Cause, reading: Reading): { width: number; height: number } {
  const lines = linesOf(cause, reading).length
  const height =
    padding * 2 +
    kickerOf(cause, reading).length * kickerHeight +
    lines * lineHeight +
    (hasChips(cause) ? chips : 0)
  return { width: nodeWidth, height }
}

export function CauseNode({
  cause,
  box,
  reading,
}: {
  cause: Cause
  box: NodeBox | undefined
  reading: Reading
}): ReactNode {
  if (!box) return null
  const { cover } = reading
  const state = cover.byCause[cause.id] ?? 'bare'
  const kicker = kickerOf(cause, reading)
  const lines = linesOf(cause, reading)
  const left = box.x + padding
  const textTop = box.y + padding + kicker.length * kickerHeight + 2
  return (
    <g className={`cause ${cause.kind} ${cause.certainty} ${state}`}>
      <rect className="cause-box" x={box.x} y={box.y} width={box.width} height={box.height} rx="9" />
      {kicker.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <text key={i} className="cause-kicker" x={left} y={box.y + padding + 9 + i * kickerHeight}>
          {line}
        </text>
      ))}
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <text key={i} className="cause-text" x={left} y={textTop + 13 + i * lineHeight}>
          {line}
        </text>
      ))}
      {hasChips(cause) ? (
        <Sides reading={reading} cause={cause} left={left} top={box.y + box.height - padding - 16} />
      ) : null}
      {state === 'settled' ? <Seal x={box.x + box.width - 26} y={box.y + 9} /> : null}
    </g>
  )
}

function Sides({
  reading,
  cause,
  left,
  top,
}: {
  reading: Reading
  cause: Cause
  left: number
  top: number
}): ReactNode {
  const aims = reading.cover.aims[cause.id] ?? []
  let x = left
  return (['prevent', 'contain'] as const).map((side) => {
    const label = reading.t(`terms.coverSide.${side}`)
    const width = widthOfText(label, 10.5) + 14
    const has = aims.some((aim) => (aim === 'prevent') === (side === 'prevent'))
    const here = x
    x += width + 6
    return (
      <g key={side} className={has ? 'side has' : 'side'}>
        <rect x={here} y={top} width={width} height="18" rx="4" />
        <text x={here + width / 2} y={top + 12.6}>
          {label}
        </text>
      </g>
    )
  })
}

/** Accepted risk: a small seal, in ink and not in gold. */
function Seal({ x, y }: { x: number; y: number }): ReactNode {
  return (
    <g className="seal">
      <rect x={x} y={y} width="16" height="16" rx="3" />
      <path d={`M${x + 4} ${y + 8.4}l2.8 2.8l5.4 -6`} />
    </g>
  )
}
