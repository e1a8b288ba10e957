import { ReactFlowProvider } from '@xyflow/react'
import { Suspense, useCallback, useRef, useState } from 'react'
import { later } from '../../app/later.ts'
import { useWords } from '../../app/wordsContext.tsx'
import { BoardProvider, useDesk, useReadable, useSession, useWritable } from '../../board/boardContext.tsx'
import type { Brought } from '../../import/brought.ts'
import type { Api } from '../../live/api.ts'
import type { Session } from '../../live/session.ts'
import { useView } from '../../outline/view.ts'
import { BoardCanvas } from './BoardCanvas.tsx'
import { type BoardCommands, noCommands } from './commands/command.ts'
import type { CommandId } from './commands/index.ts'
import { ToolRail } from './ToolRail.tsx'
import { TopBar } from './TopBar.tsx'
import { useBrought } from './useBrought.ts'
import { useShelf } from './useShelf.ts'
import './frame.css'
import './narrowBar.css'

const Banners = later(() => import('./Banners.tsx').then(({ Banners }) => ({ default: Banners })))
const Inspector = later(() => import('./Inspector.tsx').then(({ Inspector }) => ({ default: Inspector })))
const PracticeFrame = later(() =>
  import('./PracticeFrame.tsx').then(({ PracticeFrame }) => ({ default: PracticeFrame })),
)
const GroundRules = later(() =>
  import('../../practice/GroundRules.tsx').then(({ GroundRules }) => ({ default: GroundRules })),
)
const Outline = later(() => import('./outline/Outline.tsx').then(({ Outline }) => ({ default: Outline })))
const Dialogs = later(() => import('./Dialogs.tsx').then(({ Dialogs }) => ({ default: Dialogs })))

export type OpenDialog =
  | 'import'
  | 'export'
  | 'report'
  | 'share'
  | 'finalize'
  | 'keeps'
  | 'aside'
  | 'keys'
  | 'palette'
  | 'ready'
  | 'templates'

export interface BoardViewProps {
  session: Session
  api: Api
  /** A dialog to begin with: home's "import a document" opens its new board so. */
  begin?: OpenDialog | undefined
}

export function BoardView({ session, api, begin }: BoardViewProps) {
  const generation = useReadable(session.generation)
  return (
    <BoardProvider key={generation} session={session}>
      <ReactFlowProvider>
        {/* A board that starts over after a refusal does not begin again. */}
        <BoardDesk api={api} begin={generation === 0 ? begin : undefined} />
      </ReactFlowProvider>
    </BoardProvider>
  )
}

function BoardDesk({ api, begin }: { api: Api; begin: OpenDialog | undefined }) {
  const desk = useDesk()
  useShelf()
  const [dialog, setDialog] = useState<OpenDialog | null>(begin ?? null)
  const early = useRef<CommandId | null>(null)
  const [commands, setCommands] = useState<BoardCommands>(() => ({
    ...noCommands,
    // The bar is there before the board is: what is pressed that early is done as soon as it can be.
    run(id) {
      early.current = id
      return true
    },
  }))
  const takeCommands = useCallback((next: BoardCommands) => {
    setCommands(next)
    const id = early.current
    early.current = null
    if (id) next.run(id)
  }, [])
  const inspectorOpen = useReadable(desk.inspectorOpen)
  const state = useReadable(useSession().boardState)
  const view = useView()
  const { t } = useWords()
  const [brought, setBrought] = useState<Brought | null>(null)
  const bring = useCallback((what: Brought) => {
    setBrought(what)
    setDialog('import')
  }, [])
  const free = useWritable() && dialog === null
  useBrought(free ? bring : null)
  const close = (): void => {
    setDialog(null)
    setBrought(null)
  }
  return (
    <div className="k-screen" data-view={view}>
      {view === 'outline' && (
        <a className="k-skip" href="#outline">
          {t('view.skip')}
        </a>
      )}
      <TopBar commands={commands} view={view} />
      {state === 'final' ? (
        <span />
      ) : (
        <Suspense fallback={<div className="k-practice-wait" />}>
          <PracticeFrame commands={commands} api={api} hasPanel={view === 'canvas'} />
        </Suspense>
      )}
      <Suspense fallback={<div />}>
        <Banners api={api} />
      </Suspense>
      {view === 'outline' ? (
        <Suspense fallback={<main className="k-outline-frame" />}>
          <Outline api={api} onOpen={setDialog} onCommands={takeCommands} />
        </Suspense>
      ) : (
        <div className="k-desk">
          <BoardCanvas onOpen={setDialog} onCommands={takeCommands} />
          <ToolRail commands={commands} />
          {inspectorOpen && (
            <Suspense fallback={<aside className="k-inspector" />}>
              <Inspector commands={commands} api={api} />
            </Suspense>
          )}
        </div>
      )}
      <Suspense>
        <GroundRules />
      </Suspense>
      {dialog && (
        <Suspense>
          <Dialogs open={dialog} api={api} commands={commands} brought={brought} onClose={close} />
        </Suspense>
      )}
    </div>
  )
}
