import type { LiveRound } from '@kintsugi/protocol'
import { Button, IconButton } from '@kintsugi/ui'
import { ChevronDown, ChevronUp, EyeOff, Info, PenLine, ShieldX, Vote } from 'lucide-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { later } from '../app/later.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable, useSession } from '../board/boardContext.tsx'
import { Composer } from './Composer.tsx'
import { cornerOf } from './corner.ts'
import { ForgetKeys } from './ForgetKeys.tsx'
import { OwnNotes } from './OwnNotes.tsx'
import { PromiseLine } from './PromiseLine.tsx'
import { TopicList } from './TopicList.tsx'
import { useOwnNotes, useRound } from './useRound.ts'

const AboutAnonymity = later(() =>
  import('./AboutAnonymity.tsx').then(({ AboutAnonymity }) => ({ default: AboutAnonymity })),
)

export interface RoundPanelProps {
  live: LiveRound
  /** Others look at this window. */
  presenting: boolean
  /** Whether it lies over the canvas, and not over the outline. */
  onCanvas: boolean
  explain: (error: unknown) => string
  /** To the notes on the board: what was revealed or counted may lie out of sight. */
  onShow: () => void
}

/** The round as this person takes part in it, beside the board and never in its way. */
export function RoundPanel({ live, presenting, onCanvas, explain, onShow }: RoundPanelProps) {
  const { t } = useWords()
  const corner = cornerOf(useSession())
  const folded = useReadable(corner.folded) || presenting
  const { view } = useRound()
  const [about, setAbout] = useState(false)
  const host = useRef<HTMLElement>(null)
  const asked = useReadable(corner.asked)
  useEffect(() => {
    if (asked > 0) host.current?.querySelector<HTMLElement>('textarea, .k-round-body button:enabled')?.focus()
  }, [asked])
  const { kind, mode, state } = live
  const isOpen = state === 'open'
  const isAnonymous = kind === 'voting' || mode === 'anonymous'
  const Icon = kind === 'voting' ? Vote : isAnonymous ? EyeOff : PenLine
  const title = (): string => {
    if (state === 'revealed') return t(kind === 'voting' ? 'rounds.panel.counted' : 'rounds.panel.revealed')
    if (kind === 'voting') return t('rounds.panel.voting')
    return t(isAnonymous ? 'rounds.panel.writingAnonymous' : 'rounds.panel.writingSigned')
  }
  const counted = (): string => {
    const { count } = live
    if (kind === 'voting') return t(isOpen ? 'rounds.panel.voteCount' : 'rounds.vote.total', { count })
    return t(isOpen ? 'rounds.panel.inCount' : 'rounds.panel.noteCount', { count })
  }
  const isMissing = useOwnNotes(live.id).states.includes('missing')
  // What was hidden now lies on the board: the panel makes room for it, unless something is wrong.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each phase anew, however it was folded before
  useEffect(() => corner.folded.set(state === 'revealed' && !isMissing), [corner, live.id, state, isMissing])
  return (
    <aside
      ref={host}
      className="k-round"
      data-folded={folded}
      data-kind={kind}
      data-state={state}
      data-side={onCanvas ? 'left' : undefined}
      aria-labelledby="k-round-title"
      data-testid="round-panel"
    >
      <header>
        <Icon size={16} aria-hidden="true" />
        <h2 id="k-round-title">{title()}</h2>
        <span className="k-round-count" data-testid="round-count">
          {counted()}
        </span>
        {state === 'revealed' && (
          <Button look="quiet" data-testid="round-show" onClick={onShow}>
            {t(kind === 'voting' ? 'rounds.panel.showVotes' : 'rounds.panel.showNotes')}
          </Button>
        )}
        {presenting ? (
          <span className="k-round-count">{t('rounds.panel.presenting')}</span>
        ) : (
          <IconButton
            label={t(folded ? 'rounds.panel.unfold' : 'rounds.panel.fold')}
            side="end"
            aria-expanded={!folded}
            data-testid="round-fold"
            onClick={() => corner.folded.set(!folded)}
          >
            {folded ? <ChevronUp size={17} /> : <ChevronDown size={17} />}
          </IconButton>
        )}
      </header>
      {!folded && (
        <div className="k-round-body">
          {view.access === 'singledOut' ? <SingledOut /> : <Part live={live} explain={explain} />}
          <footer>
            {isAnonymous && (
              <button
                type="button"
                className="k-round-link"
                data-testid="about-anonymity"
                onClick={() => setAbout(true)}
              >
                <Info size={14} aria-hidden="true" />
                {t('rounds.panel.about')}
              </button>
            )}
            <ForgetKeys />
          </footer>
        </div>
      )}
      {about && (
        <Suspense>
          <AboutAnonymity onClose={() => setAbout(false)} />
        </Suspense>
      )}
    </aside>
  )
}

function SingledOut() {
  const { t } = useWords()
  return (
    <div className="k-round-stop" role="alert" data-testid="singled-out">
      <ShieldX size={20} aria-hidden="true" />
      <div>
        <h3>{t('rounds.singledOut.title')}</h3>
        <p>{t('rounds.singledOut.text')}</p>
      </div>
    </div>
  )
}

function Part({ live, explain }: Pick<RoundPanelProps, 'live' | 'explain'>) {
  const { t } = useWords()
  const { view } = useRound()
  const { access } = view
  const { kind, mode, state } = live
  const isAnonymous = kind === 'voting' || mode === 'anonymous'
  const isOpen = state === 'open'
  const notice = (): string | null => {
    if (access === 'outside') return isOpen || kind === 'writing' ? t('rounds.access.outside') : null
    if (access === 'elsewhere') return t('rounds.access.elsewhere')
    if (access === 'preparing')
      return t(kind === 'voting' ? 'rounds.access.preparingVote' : 'rounds.access.preparing')
    return null
  }
  const said = notice()
  return (
    <>
      {isAnonymous && isOpen && access !== 'outside' && (
        <PromiseLine present={live.members.length} voting={kind === 'voting'} />
      )}
      {said && (
        <p className="k-round-note" role="status" data-testid="round-access" data-access={access}>
          {said}
        </p>
      )}
      {kind === 'writing' && access === 'ready' && <Composer live={live} explain={explain} />}
      {kind === 'writing' && <OwnNotes live={live} explain={explain} />}
      {kind === 'voting' && (isOpen ? access === 'ready' : true) && <TopicList live={live} />}
      {isAnonymous && isOpen && <p className="k-hint">{t('rounds.panel.quiet')}</p>}
      {view.trouble && access !== 'outside' && (
        <p className="k-round-trouble" role="status" data-testid="round-trouble">
          {t('rounds.own.trouble', { reason: explain(view.trouble) })}
        </p>
      )}
    </>
  )
}
