import type { Duration, Mark } from '@kintsugi/analysis'
import type { Instant } from '@kintsugi/model'
import { formatDuration, formatPercent } from '@kintsugi/words'
import type { ReactNode } from 'react'
import type { Reading } from './reading.ts'

/** A mark and its time stay on one line. */
const noBreak = '\u00a0'
const chosen = ['timeToDetect', 'timeToMitigate', 'timeToResolve'] as const

/** Four figures, each with the sum it came from. */
export function Figures({ reading }: { reading: Reading }): ReactNode {
  const { durations, t } = reading
  return (
    <dl className="figures" aria-label={t('reading.figures')}>
      {chosen.map((name) => {
        const duration = durations.find((d) => d.name === name)
        return duration ? <DurationFigure key={name} reading={reading} duration={duration} /> : null
      })}
      <MendedFigure reading={reading} />
    </dl>
  )
}

function DurationFigure({ reading, duration }: { reading: Reading; duration: Duration }): ReactNode {
  const { t } = reading
  return (
    <div>
      <dt>{t(`metrics.duration.${duration.name}`)}</dt>
      <dd className={valueClass(duration)}>{durationValue(reading, duration)}</dd>
      <dd className="formula">{durationFormula(reading, duration)}</dd>
    </div>
  )
}

/** What rests on suggestions alone looks less certain than what somebody confirmed. */
const valueClass = ({ ms, suggested }: Duration): string =>
  ms === null ? 'value unknown' : suggested ? 'value suggested' : 'value'

export function durationValue({ t, language }: Reading, { ms, approximate }: Duration): string {
  if (ms === null) return t('metrics.unknown')
  const duration = formatDuration(ms, language)
  return approximate ? t('metrics.about', { duration }) : duration
}

/** “Detected 21:52:10 − Impact start 21:47”, or which of the two nobody recorded. */
export function durationFormula(reading: Reading, duration: Duration): string {
  const { t, times, base, milestones } = reading
  const { formula, startAt, endAt, ms, suggested } = duration
  const nameOf = (mark: Mark): string =>
    mark === 'meeting' || mark === 'published' ? t(`metrics.mark.${mark}`) : t(`terms.milestone.${mark}`)
  if (ms === null) {
    const missing = [startAt === null ? formula.start : null, endAt === null ? formula.end : null]
    const [first = '', second] = missing.flatMap((mark) => (mark ? [nameOf(mark)] : []))
    const mark = second === undefined ? first : t('metrics.listOfMarks', { first, second })
    return t('metrics.notRecorded', { mark })
  }
  const isApproximate = (mark: Mark): boolean =>
    mark !== 'meeting' && mark !== 'published' && milestones[mark]?.approximate === true
  const side = (mark: Mark, at: Instant | null): string =>
    t('metrics.markAt', {
      mark: nameOf(mark),
      time: at === null ? '' : times.entry({ at, approx: isApproximate(mark) }, base ?? at),
    }).replaceAll(' ', noBreak)
  const text = t('metrics.formula', { end: side(formula.end, endAt), start: side(formula.start, startAt) })
  return suggested ? `${text} · ${t('metrics.suggestedNote')}` : text
}

function MendedFigure({ reading }: { reading: Reading }): ReactNode {
  const { cover, t, language } = reading
  const states = cover.counted.map((id) => cover.byCause[id])
  const half = states.filter((state) => state === 'half').length
  const whole = states.filter((state) => state !== 'half' && state !== 'bare').length
  return (
    <div>
      <dt>{t('metrics.mended')}</dt>
      {cover.mended === null ? (
        <dd className="value unknown">–</dd>
      ) : (
        <dd className="value">
          <Ring share={cover.mended} />
          {formatPercent(cover.mended, language)}
        </dd>
      )}
      <dd className="formula">
        {cover.mended === null
          ? t('metrics.noCauses')
          : t('metrics.mendedFormula', { whole, half, counted: cover.counted.length })}
      </dd>
    </div>
  )
}

function Ring({ share }: { share: number }): ReactNode {
  const round = 2 * Math.PI * 8
  return (
    <svg className="ring" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <circle className="ring-rest" cx="10" cy="10" r="8" />
      <circle
        className="ring-gold"
        cx="10"
        cy="10"
        r="8"
        strokeDasharray={`${(share * round).toFixed(2)} ${round.toFixed(2)}`}
        transform="rotate(-90 10 10)"
      />
    </svg>
  )
}
