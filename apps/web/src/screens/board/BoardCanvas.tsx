import { type Cause, type KptNote, plainTextOf, type TimelineEntry } from '@kintsugi/model'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { theme } from '../../app/theme.ts'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useDesk, useReadable, useSession, useWritable } from '../../board/boardContext.tsx'
import { coverIn, durationsIn } from '../../board/readings.ts'
import { Canvas } from '../../canvas/Canvas.tsx'
import type { Point, Rect } from '../../canvas/geometry.ts'
import { keysOf } from '../../canvas/keyMap.ts'
import { type Placed, zoneNames } from '../../canvas/placed.ts'
import { indexOf } from '../../canvas/spatialIndex.ts'
import { useCamera } from '../../canvas/useCamera.ts'
import { keepTypedAhead } from '../../editor/typedAhead.ts'
import { bracketsOf } from '../../timeline/AxisBackdrop.tsx'
import { baseOf, entryTime } from '../../timeline/entryTime.ts'
import { Backdrop } from './Backdrop.tsx'
import { layoutBoard } from './layoutBoard.ts'
import { nodeTypes, PullContext } from './nodeTypes.tsx'
import { Overlay } from './Overlay.tsx'
import { type BoardCommands, useCommands } from './useCommands.ts'
import { useCreate } from './useCreate.ts'
import { useDrops } from './useDrops.ts'
import { useFresh } from './useFresh.ts'
import { useKeys } from './useKeys.ts'
import { useLostText } from './useLostText.ts'
import { usePull } from './usePull.ts'
import { nothing, useTidy } from './useTidy.ts'
import '@xyflow/react/dist/base.css'
import '../../canvas/items.css'
import '../../canvas/board.css'
import './overlay.css'

export interface BoardCanvasProps {
  onImport: () => void
  onKeys: () => void
  /** Hands the commands to what stands around the canvas. */
  onCommands: (commands: BoardCommands) => void
}

/** The board's canvas: snapshot → places → what is in sight; gestures → verbs. */
export function BoardCanvas({ onImport, onKeys, onCommands }: BoardCanvasProps) {
  const { t, language } = useWords()
  const { presence } = useSession()
  const desk = useDesk()
  const snapshot = useBoard((s) => s)
  const writable = useWritable()
  const selection = useReadable(desk.selection)
  const selectedLink = useReadable(desk.selectedLink)
  const drags = useReadable(desk.drags)
  const tool = useReadable(desk.tool)
  const linking = useSyncExternalStore(desk.ghost.subscribe, () => desk.ghost.get()?.target != null)
  const themeKey = useSyncExternalStore(theme.subscribe, theme.get)
  const host = useRef<HTMLElement>(null)
  const pointer = useRef<Point | null>(null)
  const camera = useCamera()

  const brackets = useMemo(() => bracketsOf(durationsIn(snapshot)), [snapshot])
  const tidy = useTidy(snapshot)
  const layout = useMemo(
    () => layoutBoard(snapshot, brackets.length, tidy ?? nothing),
    [snapshot, brackets.length, tidy],
  )
  const index = useMemo(() => indexOf(layout.placed), [layout])
  const create = useCreate(layout, index, camera)
  const { pull, why, line } = usePull(layout, index, camera)
  useFresh(index, camera)
  const justLost = useLostText(index)
  const drops = useDrops(layout, index)
  const commands = useCommands({ layout, index, camera, create, why, pointer, onKeys })
  useKeys(host, (command) => {
    // A text is opening and has no caret yet: what is typed is meant for it and must not command the board.
    const opening = desk.editing.get()
    if (opening && command !== 'back' && index.byId(opening.id)) return true
    if (justLost() && keysOf[command].length === 1) return true
    return commands.run(command)
  })
  useEffect(() => {
    let stop = (): void => undefined
    const follow = desk.editing.subscribe(() => {
      stop()
      stop = desk.editing.get() === null ? () => undefined : keepTypedAhead()
    })
    return () => {
      follow()
      stop()
    }
  }, [desk])
  useEffect(() => onCommands(commands), [commands, onCommands])

  // The first sight is the whole board; later the person decides.
  const framed = useRef(false)
  useEffect(() => {
    if (framed.current || tidy === null) return
    framed.current = true
    requestAnimationFrame(() => camera.show(layout.whole, { calm: false, closest: 1.1 }))
  }, [camera, layout, tidy])

  useEffect(() => {
    presence.tell({ selection: [...selection].slice(0, 50) })
  }, [presence, selection])

  const labelOf = useCallback(
    (id: string): string => {
      const placed = index.byId(id)
      return placed
        ? labelled(placed, t, language, snapshot.incident.timeZone, baseOf(snapshot.timeline))
        : ''
    },
    [index, t, language, snapshot.incident.timeZone, snapshot.timeline],
  )
  const label = useRef(labelOf)
  label.current = labelOf
  const steadyLabel = useCallback((id: string) => label.current(id), [])

  const cover = coverIn(snapshot)
  const blocks = useMemo(
    () => ({
      kindOf: (placed: Placed): string => {
        if (placed.part === 'kptNotes') return (placed.item as KptNote).slot.column
        if (placed.part !== 'causes') return placed.part
        if ((placed.item as Cause).kind === 'impact') return 'impact'
        const state = cover.byCause[placed.id]
        return state === 'mended' || state === 'shining' ? 'mended' : 'causes'
      },
      headlineOf: (placed: Placed): string =>
        plainTextOf((placed.item as TimelineEntry).text).split('\n')[0] ?? '',
    }),
    [cover],
  )
  const zoneLabels = useMemo(
    () => zoneNames.map((name) => ({ text: t(`terms.part.${name}`), rect: layout.zones[name] })),
    [layout, t],
  )
  const rectOf = useCallback(
    (id: string): Rect | undefined => {
      const rect = index.byId(id)?.rect
      const drag = drags.get(id)
      return rect && drag ? { ...rect, ...drag } : rect
    },
    [index, drags],
  )
  const selectLink = useCallback(
    (link: NonNullable<typeof selectedLink>) => {
      desk.select()
      desk.selectedLink.set(link)
    },
    [desk],
  )

  return (
    <PullContext value={pull}>
      <main ref={host} className="k-canvas-area" tabIndex={-1}>
        <Canvas
          label={t('board.canvas')}
          index={index}
          nodeTypes={nodeTypes}
          labelOf={steadyLabel}
          blocks={blocks}
          zoneLabels={zoneLabels}
          selection={selection}
          drags={drags}
          writable={writable}
          tool={tool}
          linking={linking}
          themeKey={themeKey}
          onSelect={(ids) => {
            desk.selectedLink.set(null)
            desk.selection.set(ids)
          }}
          onClick={(_, id, adding) => {
            if (id === null) desk.select()
            else if (adding) desk.select(...toggled(selection, id))
            else if (!selection.has(id)) desk.select(id)
          }}
          onDoubleClick={(at, id) => {
            if (!writable) return
            const placed = id === null ? undefined : index.byId(id)
            if (placed) {
              desk.select(placed.id)
              desk.editing.set({ part: placed.part, id: placed.id, field: 'text' })
            } else create.at(at)
          }}
          onDrag={drops.onDrag}
          onDrop={drops.onDrop}
          onPointer={(at) => {
            pointer.current = at
            presence.tell({ cursor: at })
          }}
          backdrop={
            <Backdrop
              snapshot={snapshot}
              layout={layout}
              brackets={brackets}
              selection={selection}
              selectedLink={selectedLink}
              drags={drags}
              writable={writable}
              onSelectLink={selectLink}
              onAddNote={(column) => create.note(null, column)}
              onAddAction={create.action}
              onAddCause={() => create.cause(null)}
              onAddEvent={() => create.event(null)}
              onImport={onImport}
            />
          }
          overlay={<Overlay rectOf={rectOf} line={line} create={create} why={why} />}
        />
      </main>
    </PullContext>
  )
}

/** From the selection as it was before the click: React Flow has already changed it, or not, if it missed the key. */
function toggled(selection: ReadonlySet<string>, id: string): string[] {
  return selection.has(id) ? [...selection].filter((other) => other !== id) : [...selection, id]
}

/** What a screen reader calls an item. */
function labelled(
  placed: Placed,
  t: ReturnType<typeof useWords>['t'],
  language: ReturnType<typeof useWords>['language'],
  timeZone: string,
  base: string | null,
): string {
  const text = plainTextOf((placed.item as TimelineEntry).text) || t('board.emptyText')
  switch (placed.part) {
    case 'timeline': {
      const entry = placed.item as TimelineEntry
      return `${entryTime(entry, { t, language, timeZone, base })}, ${t(`terms.entryKind.${entry.kind}`)}: ${text}`
    }
    case 'causes':
      return `${t(`terms.causeKind.${(placed.item as Cause).kind}`)}: ${text}`
    case 'kptNotes':
      return `${t(`terms.kptColumn.${(placed.item as KptNote).slot.column}`)}: ${text}`
    case 'actions':
      return `${t('terms.part.actions')}: ${text}`
    case 'freeNotes':
      return `${t('terms.part.notes')}: ${text}`
  }
}
