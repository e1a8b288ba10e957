import {
  Background,
  type NodeChange,
  type NodeTypes,
  ReactFlow,
  SelectionMode,
  ViewportPortal,
} from '@xyflow/react'
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { createNodeAdapter, type ItemNode } from './adapter.ts'
import { type BlockStyle, drawBlocks, readPalette, type ZoneLabel } from './blockLayer.ts'
import type { Point } from './geometry.ts'
import type { Placed } from './placed.ts'
import type { SpatialIndex } from './spatialIndex.ts'
import { useCamera } from './useCamera.ts'
import { useGradually } from './useGradually.ts'
import { useSight } from './useSight.ts'
import { type Viewport, zoomRange } from './viewport.ts'

/** So many nodes React Flow moves smoothly; with more in sight they are drawn as blocks. */
const mostNodes = 260

export interface CanvasProps {
  index: SpatialIndex
  nodeTypes: NodeTypes
  labelOf: (id: string) => string
  blocks: BlockStyle
  zoneLabels: readonly ZoneLabel[]
  selection: ReadonlySet<string>
  drags: ReadonlyMap<string, Point>
  writable: boolean
  tool: string
  /** A drag that would make a link if it ended now. */
  linking: boolean
  /** Changes when the colours do. */
  themeKey: string
  label: string
  backdrop: ReactNode
  overlay: ReactNode
  onSelect: (ids: ReadonlySet<string>) => void
  /** `adding`: with a key held that says to add to the selection. */
  onClick: (at: Point, id: string | null, adding: boolean) => void
  onDoubleClick: (at: Point, id: string | null) => void
  onDrag: (ids: readonly string[], positions: ReadonlyMap<string, Point>, pointer: Point) => void
  onDrop: (ids: readonly string[], positions: ReadonlyMap<string, Point>, pointer: Point) => void
  onPointer: (at: Point | null) => void
}

const minimumMove = 3
const isAdding = (event: { shiftKey: boolean; metaKey: boolean; ctrlKey: boolean }): boolean =>
  event.shiftKey || event.metaKey || event.ctrlKey
const noEdges: never[] = []
const nothing: readonly Placed[] = []
const middleAndRight = [1, 2]

/** React Flow as our canvas: it pans, zooms, drags and selects; what there is to draw it gets from the spatial index. */
export function Canvas(props: CanvasProps) {
  const { index, selection, drags, writable, tool, blocks, zoneLabels, themeKey } = props
  const host = useRef<HTMLDivElement>(null)
  const layer = useRef<HTMLCanvasElement>(null)
  const paint = useRef<(viewport: Viewport | null) => void>(() => undefined)
  const camera = useCamera()
  const sight = useSight(host, (viewport) => paint.current(viewport))
  const nodesOf = useMemo(() => createNodeAdapter(props.labelOf), [props.labelOf])

  const visible = useMemo(() => (sight ? index.within(sight.rect) : []), [index, sight])
  const asBlocks = sight?.level === 'far' || visible.length > mostNodes
  const drawn = useGradually(asBlocks ? nothing : visible)
  const nodes = nodesOf(drawn, selection, drags, writable && tool === 'select')

  // biome-ignore lint/correctness/useExhaustiveDependencies: themeKey stands for the colours that the palette is read from
  const palette = useMemo(
    () => (host.current && sight ? readPalette(host.current) : null),
    [themeKey, sight === null],
  )
  const lastViewport = useRef<Viewport | null>(null)
  useEffect(() => {
    paint.current = (viewport) => {
      if (viewport) lastViewport.current = viewport
      const canvas = layer.current
      if (!canvas || !palette || !lastViewport.current || !asBlocks) return
      drawBlocks(canvas, index, lastViewport.current, palette, { ...blocks, selection, zoneLabels })
    }
    paint.current(null)
  }, [index, palette, blocks, selection, asBlocks, zoneLabels])

  const pointOf = useCallback(
    (event: { clientX: number; clientY: number }): Point =>
      camera.toCanvas({ x: event.clientX, y: event.clientY }),
    [camera],
  )
  /** In block view there are no nodes to click: the index knows what lies there. */
  const idAt = (at: Point): string | null =>
    asBlocks ? (index.within({ ...at, width: 0, height: 0 }).at(-1)?.id ?? null) : null

  const moved = useRef(new Map<string, Point>())
  const onNodesChange = useCallback(
    (changes: NodeChange<ItemNode>[]) => {
      let next: Set<string> | null = null
      for (const change of changes) {
        if (change.type === 'select') {
          next ??= new Set(selection)
          if (change.selected) next.add(change.id)
          else next.delete(change.id)
        } else if (change.type === 'position' && change.dragging && change.position)
          moved.current.set(change.id, change.position)
      }
      if (next) props.onSelect(next)
    },
    [selection, props.onSelect],
  )
  const dragged = (list: readonly ItemNode[]): string[] => list.map((node) => node.id)
  const where = (event: MouseEvent | TouchEvent): Point => {
    const touch = 'changedTouches' in event ? event.changedTouches[0] : event
    return pointOf(touch ?? { clientX: 0, clientY: 0 })
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the pointer does here, keys and the tool rail do as well
    <div
      ref={host}
      className="k-board"
      data-zoom="near"
      data-tool={tool}
      data-linking={props.linking}
      data-testid="canvas"
      onPointerMove={(event) => props.onPointer(pointOf(event))}
      onPointerLeave={() => props.onPointer(null)}
      onDoubleClick={(event) => {
        const at = pointOf(event)
        const node = (event.target as HTMLElement).closest<HTMLElement>('.react-flow__node')
        if ((event.target as HTMLElement).closest('.k-floating-editor, button')) return
        props.onDoubleClick(at, node?.dataset.id ?? idAt(at))
      }}
    >
      <ReactFlow<ItemNode>
        aria-label={props.label}
        nodes={nodes}
        edges={noEdges}
        nodeTypes={props.nodeTypes}
        onNodesChange={onNodesChange}
        onNodeClick={(event, node) => props.onClick(pointOf(event), node.id, isAdding(event))}
        onPaneClick={(event) => {
          const at = pointOf(event)
          props.onClick(at, idAt(at), isAdding(event))
        }}
        onNodeDragStart={() => moved.current.clear()}
        onNodeDrag={(event, _, list) => props.onDrag(dragged(list), moved.current, where(event))}
        onNodeDragStop={(event, _, list) => {
          if (moved.current.size > 0) props.onDrop(dragged(list), moved.current, where(event))
        }}
        minZoom={zoomRange.min}
        maxZoom={zoomRange.max}
        panOnScroll
        panOnDrag={tool === 'hand' ? true : middleAndRight}
        selectionOnDrag={tool === 'select'}
        selectionMode={SelectionMode.Partial}
        panActivationKeyCode="Space"
        deleteKeyCode={null}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        selectionKeyCode={null}
        zoomOnDoubleClick={false}
        disableKeyboardA11y
        nodeDragThreshold={minimumMove}
        nodesConnectable={false}
        elevateNodesOnSelect={false}
      >
        <Background gap={22} size={1.6} color="var(--washi-dot)" />
        <ViewportPortal>
          {props.backdrop}
          {props.overlay}
        </ViewportPortal>
        <canvas ref={layer} className="k-block-layer" hidden={!asBlocks} />
      </ReactFlow>
    </div>
  )
}
