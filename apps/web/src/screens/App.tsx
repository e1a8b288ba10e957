import { Suspense, useSyncExternalStore } from 'react'
import { first, later } from '../app/later.ts'
import { route } from '../app/router.ts'
import { Toasts } from '../app/toasts.tsx'
import { WordsProvider } from '../app/wordsContext.tsx'
import { FaultBoundary } from './FaultBoundary.tsx'
import { Opening, UnknownPage } from './Opening.tsx'

const HomeScreen = first(() =>
  import('./home/HomeScreen.tsx').then(({ HomeScreen }) => ({ default: HomeScreen })),
)
const BoardScreen = first(() =>
  import('./board/BoardScreen.tsx').then(({ BoardScreen }) => ({ default: BoardScreen })),
)

const NewVersion = later(() => import('../offline/NewVersion.tsx'))

export function App() {
  const current = useSyncExternalStore(route.subscribe, route.get)
  return (
    <WordsProvider>
      <FaultBoundary key={location.pathname}>
        <Suspense fallback={<Opening />}>
          {current.screen === 'home' && <HomeScreen />}
          {current.screen === 'board' && <BoardScreen key={current.boardId} boardId={current.boardId} />}
          {current.screen === 'unknown' && <UnknownPage />}
        </Suspense>
      </FaultBoundary>
      <Toasts />
      <Suspense>
        <NewVersion />
      </Suspense>
    </WordsProvider>
  )
}
