import type { Rect } from './geometry.ts'
import type { CanvasPart, Placed } from './placed.ts'
import type { SpatialIndex } from './spatialIndex.ts'
import { sightOf, type Viewport } from './viewport.ts'

/** Fill and border of each kind of item, as CSS colours of the theme in force. */
export type BlockPalette = Readonly<Record<string, { fill: string; line: string }>>

export interface BlockStyle {
  kindOf: (placed: Placed) => string
  headlineOf: (placed: Placed) => string
  /** It stands in another block, which is drawn for both from afar. */
  isInside: (placed: Placed) => boolean
  /** How many stand in it; empty where it is no such block. */
  countOf: (placed: Placed) => string
}
export interface ZoneLabel {
  text: string
  rect: Rect
}
interface Picture extends BlockStyle {
  zoneLabels: readonly ZoneLabel[]
  selection: ReadonlySet<string>
}
/** From this zoom on the first words can be read. */
const headlineZoom = 0.3

const variables: Readonly<Record<string, readonly [fill: string, line: string]>> = {
  timeline: ['--paper', '--line-strong'],
  causes: ['--paper', '--crack'],
  mended: ['--gold-wash', '--gold'],
  impact: ['--ink', '--ink'],
  keep: ['--keep-wash', '--keep-line'],
  problem: ['--problem-wash', '--problem-line'],
  try: ['--try-wash', '--try-line'],
  actions: ['--paper', '--line'],
  freeNotes: ['--note-wash', '--note-line'],
  text: ['--ink', '--on-ink'],
  selected: ['--gold', '--gold'],
} satisfies Record<CanvasPart | string, readonly [string, string]>

/** A canvas cannot read `light-dark()`: an element tells what it comes to. */
export function readPalette(host: HTMLElement): BlockPalette {
  const probe = document.createElement('span')
  host.append(probe)
  const read = (name: string): string => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const palette = Object.fromEntries(
    Object.entries(variables).map(([kind, [fill, line]]) => [kind, { fill: read(fill), line: read(line) }]),
  )
  probe.remove()
  return palette
}

/** From a distance an item is a block of its kind's colour, midway with its first words. One canvas, no nodes. */
export function drawBlocks(
  canvas: HTMLCanvasElement,
  index: SpatialIndex,
  viewport: Viewport,
  palette: BlockPalette,
  picture: Picture,
): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const ratio = window.devicePixelRatio || 1
  const { clientWidth: width, clientHeight: height } = canvas
  if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
    canvas.width = width * ratio
    canvas.height = height * ratio
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  const { zoom } = viewport
  const { selection } = picture
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * viewport.x, ratio * viewport.y)
  context.font = `600 13px ${getComputedStyle(canvas).fontFamily}`
  context.textBaseline = 'top'
  for (const placed of index.within(sightOf(viewport, { width, height }))) {
    if (zoom < headlineZoom && picture.isInside(placed)) continue
    const kind = picture.kindOf(placed)
    const colours = palette[kind] ?? palette.timeline
    if (!colours) continue
    const { rect } = placed
    block(context, rect, colours.fill, selection.has(placed.id) ? palette.selected?.line : colours.line, zoom)
    if (zoom >= headlineZoom) {
      context.fillStyle = (kind === 'impact' ? palette.text?.line : palette.text?.fill) ?? colours.line
      context.fillText(picture.headlineOf(placed), rect.x + 11, rect.y + 10, rect.width - 22)
    } else count(context, picture.countOf(placed), rect, zoom, palette)
  }
  if (zoom < headlineZoom) for (const label of picture.zoneLabels) zoneName(context, label, zoom, palette)
}

/** The number of what stands in a block, as large as it fits. */
function count(
  context: CanvasRenderingContext2D,
  text: string,
  rect: Rect,
  zoom: number,
  palette: BlockPalette,
): void {
  if (text === '') return
  const size = Math.min(15 / zoom, rect.height * 0.5, rect.width * 0.5)
  context.save()
  context.font = `700 ${size}px ${getComputedStyle(context.canvas).fontFamily}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = palette.text?.fill ?? ''
  context.fillText(text, rect.x + rect.width / 2, rect.y + rect.height / 2)
  context.restore()
}

/** The name of a zone in the size of the screen, on a halo of paper, so that it reads on any block. */
function zoneName(
  context: CanvasRenderingContext2D,
  { text, rect }: ZoneLabel,
  zoom: number,
  palette: BlockPalette,
): void {
  const size = Math.min(17 / zoom, rect.width / Math.max(4, text.length))
  context.save()
  context.font = `700 ${size}px ${getComputedStyle(context.canvas).fontFamily}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = size * 0.42
  context.strokeStyle = palette.timeline?.fill ?? 'transparent'
  context.fillStyle = palette.text?.fill ?? ''
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2]
  context.strokeText(text, x, y)
  context.fillText(text, x, y)
  context.restore()
}

function block(
  context: CanvasRenderingContext2D,
  rect: Rect,
  fill: string,
  line: string | undefined,
  zoom: number,
): void {
  context.beginPath()
  context.roundRect(rect.x, rect.y, rect.width, rect.height, 8)
  context.fillStyle = fill
  context.fill()
  context.strokeStyle = line ?? fill
  context.lineWidth = 1.1 / zoom
  context.stroke()
}
