import { type Cause, type KptGroup, type KptNote, plainTextOf, type TimelineEntry } from '@kintsugi/model'
import { Suspense, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { later } from '../../app/later.ts'
import { theme } from '../../app/theme.ts'
import { useWords } from '../../app/wordsContext.tsx'
import { useBoard, useDesk, useReadable, useSession, useWritable } from '../../board/boardContext.tsx'
import { firstLineOf } from '../../board/firstLine.ts'
import { coverIn, durationsIn, heapIn } from '../../board/readings.ts'
import { Canvas } from '../../canvas/Canvas.tsx'
import type { Point, Rect } from '../../canvas/geometry.ts'
import { type Placed, zoneNames } from '../../canvas/placed.ts'
import { indexOf } from '../../canvas/spatialIndex.ts'
import { useCamera } from '../../canvas/useCamera.ts'
import { following } from '../../presence/leading.ts'
import { bracketsOf } from '../../timeline/AxisBackdrop.tsx'
import { baseOf, entryTime } from '../../timeline/entryTime.ts'
import { Backdrop } from './Backdrop.tsx'
import type { OpenDialog } from './BoardView.tsx'
import type { BoardCommands, Surface } from './commands/command.ts'
import { commandOf } from './commands/index.ts'
import { isLetter } from './commands/keys.ts'
import { useCommands } from './commands/useCommands.ts'
import { useKeys } from './commands/useKeys.ts'
import { layoutBoard } from './layoutBoard.ts'
import { nodeTypes, PullContext } from './nodeTypes.tsx'
import { Overlay } from './Overlay.tsx'
import { useCreate } from './useCreate.ts'
import { useDrops } from './useDrops.ts'
import { useFresh } from './useFresh.ts'
import { useLostText } from './useLostText.ts'
import { usePull } from './usePull.ts'
import { nothing, useTidy } from './useTidy.ts'
import { useTypedAhead } from './useTypedAhead.ts'
import '@xyflow/react/dist/base.css'
import '../../canvas/items.css'
import '../../canvas/board.css'
import './overlay.css'

const FollowMe = later(() => import('./FollowMe.tsx').then(({ FollowMe }) => ({ default: FollowMe })))

export interface BoardCanvasProps {
  onOpen: (dialog: OpenDialog) => void
  /** Hands the commands to what stands around the canvas. */
  onCommands: (commands: BoardCommands) => void
}

/** The board's canvas: snapshot → places → what is in sight; gestures → verbs. */
export function BoardCanvas({ onOpen, onCommands }: BoardCanvasProps) {
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
    () => layoutBoard(snapshot, brackets.length, tidy ?? nothing, writable),
    [snapshot, brackets.length, tidy, writable],
  )
  const index = useMemo(() => indexOf(layout.placed), [layout])
  const latest = useRef(index)
  latest.current = index
  const create = useCreate(layout, index, camera)
  const { pull, why, line } = usePull(layout, index, camera)
  useFresh(index, camera)
  const justLost = useLostText()
  const drops = useDrops(layout, index)
  const surface = useMemo(
    (): Surface => ({
      kind: 'canvas',
      create,
      why,
      things: index.all,
      pointer: () => pointer.current,
      show(zone) {
        if (zone === 'whole') camera.show(layout.whole, { whole: true, closest: 1.1 })
        else camera.show(layout.zones[zone])
      },
      reveal(id) {
        const rect = latest.current.byId(id)?.rect
        if (rect) camera.reveal(rect)
      },
      zoomBy: camera.zoomBy,
    }),
    [create, why, index, camera, layout],
  )
  const commands = useCommands(surface, onOpen)
  useKeys(host, (command) => {
    // A text is opening and has no caret yet: what is typed is meant for it and must not command the board.
    const opening = desk.editing.get()
    if (opening && command !== 'back' && !commandOf(command)?.whileTyping && index.byId(opening.id))
      return true
    if (justLost() && isLetter(command)) return true
    return commands.run(command)
  })
  useTypedAhead()
  useEffect(() => onCommands(commands), [commands, onCommands])

  // The first sight is the whole board, or what is shown to whoever came to follow; later the person decides.
  const framed = useRef(false)
  useEffect(() => {
    if (framed.current || tidy === null) return
    framed.current = true
    requestAnimationFrame(() => {
      if (following.get() === null) camera.show(layout.whole, { calm: false, closest: 1.1 })
    })
  }, [camera, layout, tidy])

  const notes = useBoard((s) => s.kptNotes)
  const sealed = useMemo(() => new Set(notes.flatMap(({ id, seal }) => (seal === null ? [] : id))), [notes])
  useEffect(() => {
    // Of anonymous notes nobody is told who looks at which: a frame that goes while one rewrites an own one would tell.
    const told = [...selection].filter((id) => !sealed.has(id))
    presence.tell({ selection: told.slice(0, 50) })
  }, [presence, selection, sealed])

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
        if (placed.part === 'kptNotes' || placed.part === 'kptGroups')
          return (placed.item as KptNote | KptGroup).slot.column
        if (placed.part !== 'causes') return placed.part
        if ((placed.item as Cause).kind === 'impact') return 'impact'
        const state = cover.byCause[placed.id]
        return state === 'mended' || state === 'shining' ? 'mended' : 'causes'
      },
      headlineOf: (placed: Placed): string =>
        placed.part === 'kptGroups'
          ? (placed.item as KptGroup).name
          : firstLineOf((placed.item as TimelineEntry).text),
      // From afar a group is one block with the number of its notes.
      isInside: (placed: Placed): boolean =>
        placed.part === 'kptNotes' && (placed.item as KptNote).groupId !== null,
      countOf: (placed: Placed): string =>
        placed.part === 'kptGroups' ? String(heapIn(snapshot, placed.id)?.notes.length ?? '') : '',
    }),
    [cover, snapshot],
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
            if (placed?.part === 'kptGroups') {
              desk.select(placed.id)
              desk.naming.set(placed.id)
            } else if (placed) {
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
              onImport={() => onOpen('import')}
              onPropose={() => onOpen('keeps')}
            />
          }
          overlay={<Overlay rectOf={rectOf} line={line} create={create} why={why} run={commands.run} />}
        />
        <Suspense>
          <FollowMe />
        </Suspense>
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
  const { text: words } = placed.item as Partial<TimelineEntry>
  const text = (words && plainTextOf(words)) || t('board.emptyText')
  switch (placed.part) {
    case 'timeline': {
      const entry = placed.item as TimelineEntry
      return `${entryTime(entry, { t, language, timeZone, base })}, ${t(`terms.entryKind.${entry.kind}`)}: ${text}`
    }
    case 'causes':
      return `${t(`terms.causeKind.${(placed.item as Cause).kind}`)}: ${text}`
    case 'kptNotes':
      return `${t(`terms.kptColumn.${(placed.item as KptNote).slot.column}`)}: ${text}`
    case 'kptGroups':
      return t('board.groupLabel', { name: (placed.item as KptGroup).name })
    case 'actions':
      return `${t('terms.part.actions')}: ${text}`
    case 'freeNotes':
      return `${t('terms.part.notes')}: ${text}`
  }
}
