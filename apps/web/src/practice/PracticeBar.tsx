import { practiceProgress, type StepProgress, stepMinutes } from '@kintsugi/analysis'
import { type PracticeStep, practiceSteps } from '@kintsugi/model'
import { Button, IconButton } from '@kintsugi/ui'
import { Check, ChevronDown, ChevronUp, HandHeart, ListChecks, MapPin } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useReadable } from '../board/boardContext.tsx'
import type { Api } from '../live/api.ts'
import { leads } from './conduct.ts'
import { barOpen, foldBar, helpOpen, rulesOpen, showHelp } from './frame.ts'
import { type MeetingAct, MeetingStrip } from './MeetingStrip.tsx'
import { MeetingTimer } from './MeetingTimer.tsx'
import { useGivenNameRenamed } from './ownName.ts'
import { ResolutionChip } from './ResolutionChip.tsx'
import { StepHelp } from './StepHelp.tsx'
import { useConduct } from './useConduct.ts'
import './practice.css'
import './meeting.css'

export interface PracticeBarProps {
  api: Pick<Api, 'changeMeeting'>
  explain: (error: unknown) => string
  /** Shows where a step is worked on, in this window only. */
  onGo: (step: PracticeStep) => void
  /** How the preparation stands. */
  ready: ReactNode
  /** The checklist of a step. */
  checksOf: (step: PracticeStep) => ReactNode
  /** Acts that are commands too. */
  onAct: (act: MeetingAct) => void
  /** Whether this view of the board can be followed. */
  canLead: boolean
  /** The hand on writing and voting rounds. */
  round: ReactNode
}

/** The six steps, a line of guidance, the clock, the timer and the meeting. It leads and never bars the way. */
export function PracticeBar(props: PracticeBarProps) {
  const { api, explain, onGo, ready, checksOf, onAct, canLead, round } = props
  const { t } = useWords()
  useGivenNameRenamed()
  const own = useConduct(api, explain)
  const team = own.heard?.step ?? null
  const snapshot = useBoard((s) => s)
  const progress = useMemo(() => practiceProgress(snapshot), [snapshot])
  const open = useReadable(barOpen)
  const [looked, setLooked] = useState<PracticeStep | null>(null)
  const next = progress.find(({ state }) => state !== 'ready')?.step ?? 'kpt'
  const shown = looked ?? team ?? next
  // Where the team goes on, so does the guidance.
  const [teamBefore, setTeamBefore] = useState(team)
  if (team !== teamBefore) {
    setTeamBefore(team)
    setLooked(null)
  }
  const minutes = stepMinutes(snapshot)
  const total = Object.values(minutes).reduce((sum, count) => sum + count, 0)
  const number = (step: PracticeStep): number => practiceSteps.indexOf(step) + 1

  const at = { n: number(team ?? next), step: t(`practice.stepName.${team ?? next}`) }
  const shownProgress = progress.find(({ step }) => step === shown)
  const helps = useReadable(helpOpen)
  const fold = (
    <IconButton
      label={t(open ? 'practice.fold' : 'practice.unfold')}
      side="end"
      aria-expanded={open}
      data-testid="practice-fold"
      onClick={() => foldBar(!open)}
    >
      {open ? <ChevronUp size={16} /> : <ChevronDown size={16} />}
    </IconButton>
  )
  const tools = (
    <div className="k-practice-tools">
      <ResolutionChip />
      {ready}
      <IconButton
        label={t('practice.rules.show')}
        side="end"
        data-testid="rules-show"
        onClick={() => rulesOpen.set(true)}
      >
        <HandHeart size={16} />
      </IconButton>
      {round}
      <MeetingTimer
        step={team ?? shown}
        minutes={minutes[team ?? shown]}
        keeper={leads(own) ? null : (own.heard?.facilitator ?? null)}
        onChange={own.change}
      />
      {fold}
    </div>
  )
  return (
    <section
      className="k-practice"
      data-open={open}
      aria-label={t('practice.bar')}
      data-testid="practice-bar"
    >
      <p role="status" className="sr-only" data-testid="team-step">
        {team && t('practice.teamIsAt', { n: number(team), step: t(`practice.stepName.${team}`) })}
      </p>
      {open ? (
        <ol className="k-steps">
          {progress.map((each) => (
            <Step
              key={each.step}
              progress={each}
              isShown={each.step === shown}
              isTeams={each.step === team}
              onChoose={() => {
                setLooked(each.step)
                onGo(each.step)
              }}
            />
          ))}
        </ol>
      ) : (
        <button type="button" className="k-practice-folded" onClick={() => foldBar(true)}>
          {team && <MapPin size={13} aria-hidden="true" />}
          <span className="k-folded-long">{t('practice.foldedAt', at)}</span>
          <span className="k-folded-short" aria-hidden="true">
            {t('practice.foldedShort', at)}
          </span>
        </button>
      )}
      {tools}
      <div className="k-practice-line">
        {open && (
          <div className="k-guidance">
            <p>
              {t(`practice.guidance.${shown}`)} <Hint progress={shownProgress} />{' '}
              <span
                className="k-step-minutes"
                data-tip={t('practice.minutesTip', { total })}
                data-tip-wide
                data-testid="step-minutes"
              >
                {t('practice.minutes', { count: minutes[shown] })}
              </span>
            </p>
            {checksOf(shown)}
            <IconButton
              label={t(helps ? 'conduct.help.hide' : 'conduct.help.show')}
              side="end"
              aria-expanded={helps}
              data-testid="help-toggle"
              onClick={() => showHelp(!helps)}
            >
              <ListChecks size={16} />
            </IconButton>
            {team !== shown && (
              <Button
                look="quiet"
                data-testid="bring-team"
                data-tip={t('practice.bringTip')}
                data-tip-side="end"
                onClick={() => own.change({ step: shown })}
              >
                <MapPin size={14} aria-hidden="true" />
                {t('practice.bringTeam')}
              </Button>
            )}
          </div>
        )}
        <MeetingStrip own={own} onAct={onAct} canLead={canLead} />
      </div>
      {open && helps && shownProgress && <StepHelp progress={shownProgress} />}
    </section>
  )
}

interface StepProps {
  progress: StepProgress
  isShown: boolean
  isTeams: boolean
  onChoose: () => void
}
function Step({ progress: { step, state }, isShown, isTeams, onChoose }: StepProps) {
  const { t } = useWords()
  const owner = useBoard((s) => s.incident.owner.trim())
  return (
    <li>
      <button
        type="button"
        className="k-step"
        data-state={state}
        data-shown={isShown}
        aria-current={isTeams ? 'step' : undefined}
        aria-pressed={isShown}
        data-testid={`step-${step}`}
        onClick={onChoose}
      >
        <span className="k-step-mark" aria-hidden="true">
          {state === 'ready' ? <Check size={12} strokeWidth={3} /> : practiceSteps.indexOf(step) + 1}
        </span>
        <span className="k-step-name">
          {t(`practice.stepName.${step}`)}
          {step === 'owner' && owner !== '' && <small>{owner}</small>}
        </span>
        <span className="sr-only">{t(`practice.state.${state}`)}</span>
        {isTeams && (
          <span className="k-step-team">
            <MapPin size={12} aria-hidden="true" />
            <span>{t('practice.team')}</span>
          </span>
        )}
      </button>
    </li>
  )
}

function Hint({ progress }: { progress: StepProgress | undefined }) {
  const { t } = useWords()
  if (!progress) return null
  return (
    <b data-testid="step-hint" data-state={progress.state}>
      {t(`practice.hints.${progress.hint}` as 'practice.hints.ownerReady', progress.args)}
    </b>
  )
}
