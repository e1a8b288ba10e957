import { type Member, meetingRoles } from '@kintsugi/protocol'
import { IconButton } from '@kintsugi/ui'
import { CircleCheck, Compass, EyeOff, Hand, PenLine, Presentation, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable } from '../board/boardContext.tsx'
import { presenting } from '../board/presenting.ts'
import { invisible } from '../presence/invisible.ts'
import { type Conduct, handIsUp, holds, raisedSince } from './conduct.ts'
import { LockChip } from './LockChip.tsx'
import { RolesButton } from './RolesButton.tsx'

const none: readonly Member[] = []

/** Acts of the meeting that are commands as well. */
export type MeetingAct = 'ready' | 'raiseHand' | 'invisible' | 'presenting' | 'followMe'

export interface MeetingStripProps {
  own: Conduct
  onAct: (act: MeetingAct) => void
  /** Whether this view of the board can be followed. */
  canLead: boolean
}

/** Who holds which role, who wants to speak, how many are done; and the own hand. */
export function MeetingStrip({ own, onAct, canLead }: MeetingStripProps) {
  const { t } = useWords()
  const isPresenting = useReadable(presenting)
  const isInvisible = useReadable(invisible)
  const { heard } = own
  useRoleNews(own)
  const hands = heard?.hands ?? none
  const raised = useRaised(hands)
  const ready = heard?.ready ?? { done: 0, of: 0 }
  return (
    <section className="k-meeting" aria-label={t('conduct.label')} data-testid="meeting">
      <RolesButton own={own} onAct={onAct} canLead={canLead}>
        {meetingRoles.map((role) => {
          const member = heard?.[role]
          const Icon = role === 'facilitator' ? Compass : PenLine
          if (!member && role === 'scribe') return null
          return (
            <span key={role} className="k-role" data-held={member != null} data-testid={`role-${role}`}>
              <Icon size={14} aria-hidden="true" />
              {member ? (
                <>
                  <span>{t(`conduct.role.${role}`)}</span>
                  <b>{holds(own, role) ? t('conduct.you') : member.name}</b>
                </>
              ) : (
                <span>{t('conduct.nobody')}</span>
              )}
            </span>
          )
        })}
      </RolesButton>
      <LockChip own={own} />
      {hands.length > 0 && <Hands own={own} hidesNames={isPresenting} />}
      <p role="status" className="sr-only" data-testid="hands-said">
        {raised && !isPresenting && t('conduct.hand.raised', { name: raised.name })}
      </p>
      <div className="k-meeting-own">
        {isPresenting && (
          <WindowBadge of="presenting" icon={<Presentation size={14} aria-hidden="true" />} onAct={onAct} />
        )}
        {isInvisible && (
          <WindowBadge of="invisible" icon={<EyeOff size={14} aria-hidden="true" />} onAct={onAct} />
        )}
        <button
          type="button"
          className="k-meeting-act"
          aria-pressed={handIsUp(own)}
          aria-keyshortcuts="R"
          aria-label={t(handIsUp(own) ? 'conduct.hand.lower' : 'conduct.hand.raise')}
          data-tip={`${t(handIsUp(own) ? 'conduct.hand.lower' : 'conduct.hand.raise')}  R`}
          data-tip-side="end"
          data-testid="hand"
          onClick={() => onAct('raiseHand')}
        >
          <Hand size={15} aria-hidden="true" />
          <span>{t(handIsUp(own) ? 'conduct.hand.lower' : 'conduct.hand.raise')}</span>
        </button>
        <button
          type="button"
          className="k-meeting-act"
          aria-pressed={own.isReady}
          aria-keyshortcuts="D"
          data-tip={`${t('conduct.ready.tip')}  D`}
          data-tip-side="end"
          data-testid="ready"
          onClick={() => onAct('ready')}
        >
          <CircleCheck size={15} aria-hidden="true" />
          <span>{t('conduct.ready.say')}</span>
        </button>
        {ready.done > 0 && (
          <span className="k-ready-totals" role="status" data-testid="ready-totals">
            {t('conduct.ready.totals', ready)}
          </span>
        )}
      </div>
    </section>
  )
}

/** What is on in this window alone; pressed, it ends. */
function WindowBadge({
  of,
  icon,
  onAct,
}: {
  of: 'presenting' | 'invisible'
  icon: ReactNode
  onAct: MeetingStripProps['onAct']
}) {
  const { t } = useWords()
  return (
    <button
      type="button"
      className="k-window-badge"
      data-tip={t(`conduct.${of}.leave`)}
      data-tip-side="end"
      data-testid={of}
      onClick={() => onAct(of)}
    >
      {icon}
      {t(`conduct.${of}.badge`)}
      <X size={13} aria-hidden="true" />
      <span className="sr-only">{t(`conduct.${of}.leave`)}</span>
    </button>
  )
}

/** Whose hand has gone up last; nobody as soon as one has gone down, for that is no news of the others. */
function useRaised(hands: readonly Member[]): Member | null {
  const [raised, setRaised] = useState<Member | null>(null)
  const before = useRef<readonly Member[]>(none)
  useEffect(() => {
    const fresh = raisedSince(before.current, hands)
    if (fresh || hands.length < before.current.length) setRaised(fresh)
    before.current = hands
  }, [hands])
  return raised
}

/** Says who has taken a role, once and in passing. */
function useRoleNews(own: Conduct): void {
  const { t } = useWords()
  const before = useRef<Conduct['heard']>(null)
  useEffect(() => {
    const { heard, me } = own
    const last = before.current
    before.current = heard
    if (!heard || !last) return
    for (const role of meetingRoles) {
      const member = heard[role]
      if (!member || member.principal === last[role]?.principal) continue
      say(t(`conduct.${member.principal === me ? 'youAre' : 'taken'}.${role}`, { name: member.name }))
    }
  }, [own, t])
}

/** In the order of asking; the facilitator takes them down as people have spoken. */
function Hands({ own, hidesNames }: { own: Conduct; hidesNames: boolean }) {
  const { t } = useWords()
  const hands = own.heard?.hands ?? []
  const leads = holds(own, 'facilitator')
  if (hidesNames) {
    return (
      <span className="k-hands" data-testid="hands">
        <Hand size={14} aria-hidden="true" />
        {t('conduct.hand.count', { count: hands.length })}
      </span>
    )
  }
  return (
    <div className="k-hands" data-testid="hands">
      <Hand size={14} aria-hidden="true" />
      <span className="k-hands-label">{t('conduct.hand.queue')}</span>
      <ol>
        {hands.map(({ principal, name }) => (
          <li key={principal}>
            {name}
            {leads && principal !== own.me && (
              <IconButton
                label={t('conduct.hand.lowerOf', { name })}
                data-testid="lower-hand"
                onClick={() => own.change({ lowerHand: principal })}
              >
                <X size={12} />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
