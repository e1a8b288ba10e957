import { type Cover, crackBetween, crackLine, crackOutline, partOfCrack } from '@kintsugi/analysis'
import { causalLayout } from '@kintsugi/analysis/causalLayout'
import { type Cause, type ItemId, type Link, linkKey } from '@kintsugi/model'
import type { ReactNode } from 'react'
import { CauseNode, type NodeBox, nodeSize } from './CauseNode.tsx'
import type { Reading } from './reading.ts'
import { WideFigure } from './WideFigure.tsx'

const margin = 6
/** More causes or links make no picture a person could read, and a layout that takes seconds: the list tells them all. */
const most = { causes: 300, links: 1000 }

export function isDrawn({ snapshot: { causes, links } }: Reading): boolean {
  const drawn = links.filter(({ kind }) => kind === 'because')
  return causes.length <= most.causes && drawn.length <= most.links
}

/** The causal graph as an image: cracks from effects down to causes, golden where they are mended. */
export function CausalFigure({ reading }: { reading: Reading }): ReactNode {
  const { snapshot, t, causes, cover, language } = reading
  if (snapshot.causes.length === 0 || !isDrawn(reading)) return null
  const sizes = new Map(snapshot.causes.map((cause) => [cause.id, nodeSize(cause, reading)]))
  const sizeOf = (id: ItemId) => sizes.get(id) ?? { width: 0, height: 0 }
  const layout = causalLayout(snapshot, { sizeOf, gap: { x: 20, y: 64 }, rowWidth: 740 })
  const boxes = new Map<ItemId, NodeBox>(
    snapshot.causes.map(({ id }) => {
      const { x = 0, y = 0 } = layout.positions[id] ?? {}
      return [id, { x: x + margin, y: y + margin, ...sizeOf(id) }]
    }),
  )
  const links = snapshot.links.filter(
    ({ kind, from, to }) => kind === 'because' && from !== to && boxes.has(from) && boxes.has(to),
  )
  const [width, height] = [layout.width + 2 * margin, layout.height + 2 * margin]
  const mended = cover.counted.filter((id) => !['bare', 'half'].includes(cover.byCause[id] ?? 'bare')).length
  const title = t('reading.causesTitle')
  return (
    <WideFigure label={t('reading.scrollable', { title })}>
      <svg
        className={width > 1050 ? 'causal-figure long' : 'causal-figure'}
        role="img"
        aria-labelledby="causal-figure-title causal-figure-description"
        viewBox={`0 0 ${Math.ceil(width)} ${Math.ceil(height)}`}
        width={Math.ceil(width)}
        height={Math.ceil(height)}
        lang={language}
      >
        <title id="causal-figure-title">{title}</title>
        <desc id="causal-figure-description">
          {t('reading.causesDescription', { causes: cover.counted.length, mended })}
        </desc>
        <Gold />
        {links.map((link) => {
          const [cause, ends] = [causes.get(link.to), endsOf(link, links, boxes)]
          return cause && ends ? (
            <CrackPath
              key={linkKey(link)}
              seed={linkKey(link)}
              ends={ends}
              cause={cause}
              cover={cover.byCause[link.to] ?? 'bare'}
            />
          ) : null
        })}
        {snapshot.causes.map((cause) => (
          <CauseNode key={cause.id} cause={cause} box={boxes.get(cause.id)} reading={reading} />
        ))}
        {snapshot.causes.map((cause) => {
          const [box, behind] = [boxes.get(cause.id), links.filter(({ from }) => from === cause.id)]
          return box && cause.operator === 'and' && behind.length > 1 ? (
            <AndMark key={cause.id} box={box} label={t('terms.causeOperator.and')} />
          ) : null
        })}
      </svg>
    </WideFigure>
  )
}

function Gold(): ReactNode {
  return (
    <defs>
      <linearGradient id="gold" x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" className="gold-deep" />
        <stop offset="0.5" className="gold-light" />
        <stop offset="1" className="gold-deep" />
      </linearGradient>
      <linearGradient id="shine" x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" className="gold-mid" />
        <stop offset="0.45" className="gold-bright" />
        <stop offset="0.6" className="gold-light" />
        <stop offset="1" className="gold-mid" />
      </linearGradient>
      <linearGradient id="mended-fill" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" className="mended-top" />
        <stop offset="1" className="mended-bottom" />
      </linearGradient>
    </defs>
  )
}

type Ends = { from: { x: number; y: number }; to: { x: number; y: number } }

/** Cracks leave the effect's lower edge side by side, in the order of where they lead; one that must run up leaves at the top. */
function endsOf(link: Link, links: readonly Link[], boxes: ReadonlyMap<ItemId, NodeBox>): Ends | null {
  const [effect, cause] = [boxes.get(link.from), boxes.get(link.to)]
  if (!effect || !cause) return null
  const middle = (box: NodeBox): number => box.x + box.width / 2
  const downwards = cause.y >= effect.y + effect.height
  const siblings = links
    .filter(({ from }) => from === link.from)
    .flatMap(({ to }) => boxes.get(to) ?? [])
    .sort((a, b) => middle(a) - middle(b))
  const step = Math.min(40, (effect.width - 40) / Math.max(1, siblings.length - 1))
  const offset = (siblings.indexOf(cause) - (siblings.length - 1) / 2) * step
  return {
    from: { x: middle(effect) + offset, y: downwards ? effect.y + effect.height - 1 : effect.y + 1 },
    to: { x: middle(cause), y: downwards ? cause.y + 1 : cause.y + cause.height - 1 },
  }
}

function CrackPath({
  seed,
  ends,
  cause,
  cover,
}: {
  seed: string
  ends: Ends
  cause: Cause
  cover: Cover
}): ReactNode {
  const crack = crackBetween(ends.from, ends.to, seed, cover === 'mended' || cover === 'shining' ? 7.5 : 5.4)
  if (cause.certainty === 'refuted') return <path className="crack-line refuted" d={crackLine(crack)} />
  if (cause.kind === 'mitigating') return <path className="crack-line mitigating" d={crackLine(crack)} />
  if (cause.certainty === 'possible') return <path className={`crack-line ${cover}`} d={crackLine(crack)} />
  if (cover === 'half') {
    return (
      <>
        <path className="crack bare" d={crackOutline(crack)} />
        <path className="crack mended" d={crackOutline(partOfCrack(crack, 0.5, 1))} />
      </>
    )
  }
  return <path className={`crack ${cover}`} d={crackOutline(crack)} />
}

function AndMark({ box, label }: { box: NodeBox; label: string }): ReactNode {
  const [x, y] = [box.x + box.width / 2, box.y + box.height + 26]
  return (
    <>
      <circle className="and-mark" cx={x} cy={y} r="14" />
      <text className="and-text" x={x} y={y + 3.5}>
        {label}
      </text>
    </>
  )
}
