import { type Link, linkKey } from '@kintsugi/model'
import { memo } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import type { Rect } from '../canvas/geometry.ts'
import type { CrackShape } from './crackShapes.ts'

export interface CracksProps {
  shapes: readonly CrackShape[]
  box: Rect
  selected: Link | null
  onSelect: (link: Link) => void
}

/** The causal links: ink where nothing answers the cause, gold as it is mended. */
export const Cracks = memo(function Cracks({ shapes, box, selected, onSelect }: CracksProps) {
  const { t } = useWords()
  const chosen = selected === null ? null : linkKey(selected)
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no <fieldset>
    <svg
      className="k-cracks"
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="group"
      aria-label={t('board.cracks')}
    >
      <defs>
        <linearGradient id="k-gold" x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor="var(--gold)" />
          <stop offset="0.45" stopColor="var(--gold-bright)" />
          <stop offset="0.62" stopColor="var(--gold)" />
          <stop offset="1" stopColor="light-dark(#94691b, #c08e2c)" />
        </linearGradient>
      </defs>
      {shapes.map((shape) => (
        // biome-ignore lint/a11y/useSemanticElements: an SVG group cannot be a <button>
        <g
          key={shape.key}
          className="k-crack nopan"
          role="button"
          tabIndex={0}
          aria-label={t('board.crackLabel', { cover: t(`terms.cover.${shape.cover}`) })}
          aria-pressed={chosen === shape.key}
          data-cover={shape.cover}
          data-certainty={shape.certainty}
          data-link={shape.key}
          onClick={(event) => {
            event.stopPropagation()
            onSelect(shape.link)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            onSelect(shape.link)
          }}
        >
          <path className="k-crack-hit" d={shape.line} />
          {shape.certainty === 'refuted' || shape.certainty === 'possible' ? (
            <path className="k-crack-dashed" d={shape.line} data-gold={shape.gold !== null} />
          ) : (
            <>
              {shape.cover !== 'mended' && shape.cover !== 'shining' && (
                <path className="k-crack-ink" d={shape.outline} />
              )}
              {shape.gold && <path className="k-crack-gold" d={shape.gold} />}
            </>
          )}
        </g>
      ))}
    </svg>
  )
})
