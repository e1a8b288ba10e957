import { ReactFlowProvider } from '@xyflow/react'
import { Suspense, useCallback, useState } from 'react'
import { later } from '../../app/later.ts'
import { BoardProvider, useDesk, useReadable } from '../../board/boardContext.tsx'
import type { Api } from '../../live/api.ts'
import type { Session } from '../../live/session.ts'
import { Banners } from './Banners.tsx'
import { BoardCanvas } from './BoardCanvas.tsx'
import { ToolRail } from './ToolRail.tsx'
import { TopBar } from './TopBar.tsx'
import type { BoardCommands } from './useCommands.ts'
import './frame.css'

const Inspector = later(() => import('./Inspector.tsx').then(({ Inspector }) => ({ default: Inspector })))
const Dialogs = later(() => import('./Dialogs.tsx').then(({ Dialogs }) => ({ default: Dialogs })))

export type OpenDialog = 'import' | 'finalize' | 'keys'

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

const noCommands: BoardCommands = { run: () => false, show: () => undefined, reveal: () => undefined }

function BoardDesk({ api, begin }: { api: Api; begin: OpenDialog | undefined }) {
  const desk = useDesk()
  const [dialog, setDialog] = useState<OpenDialog | null>(begin ?? null)
  const [commands, setCommands] = useState<BoardCommands>(noCommands)
  const inspectorOpen = useReadable(desk.inspectorOpen)
  const openImport = useCallback(() => setDialog('import'), [])
  const openKeys = useCallback(() => setDialog('keys'), [])
  return (
    <div className="k-screen">
      <TopBar
        onZone={commands.show}
        onImport={openImport}
        onFinalize={() => setDialog('finalize')}
        onKeys={openKeys}
      />
      <Banners api={api} />
      <div className="k-desk">
        <BoardCanvas onImport={openImport} onKeys={openKeys} onCommands={setCommands} />
        <ToolRail run={commands.run} />
        {inspectorOpen && (
          <Suspense fallback={<aside className="k-inspector" />}>
            <Inspector commands={commands} api={api} />
          </Suspense>
        )}
      </div>
      {dialog && (
        <Suspense>
          <Dialogs open={dialog} api={api} commands={commands} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </div>
  )
}
