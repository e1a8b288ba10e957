import {
  instantOf,
  localTime,
  meetingDelay,
  type OffTime,
  offTime,
  proposedMeeting,
  resolvedAt,
} from '@kintsugi/analysis'
import { describeIncident } from '@kintsugi/board'
import { type Instant, plainTextOf } from '@kintsugi/model'
import { Button, DayInput, TextField } from '@kintsugi/ui'
import { invitationText, timesIn } from '@kintsugi/words'
import { CalendarPlus, Copy } from 'lucide-react'
import { copyText } from '../app/clipboard.ts'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { MeetingSlots } from './MeetingSlots.tsx'
import { toSecond, useNow } from './useNow.ts'

/** After the owner's morning to prepare, as the proposed time is. */
const usualMinute = 13 * 60
const two = (value: number): string => String(value).padStart(2, '0')

/** `9:30`, `１３：００`, `1330` → minutes of the day; undefined for what is no time. */
function minuteOf(typed: string): number | undefined {
  const [, h, m] = /^(\d{1,2}):?(\d{2})$/.exec(typed.normalize('NFKC').trim()) ?? []
  const [hour, minute] = [Number(h), Number(m)]
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined
}

/** When the team meets, what speaks against that time, and the invitation. */
export function MeetingFields() {
  const { t, language } = useWords()
  const { board, boardId } = useSession()
  const incident = useBoard((s) => s.incident)
  const resolved = useBoard(resolvedAt)
  const disabled = !useWritable()
  const now = useNow(60_000)
  const { meetingAt, invitedAt, timeZone: zone } = incident
  const times = timesIn(zone, language)
  const local = meetingAt === null ? null : localTime(meetingAt, zone)
  const set = (at: Instant | null): void => describeIncident(board, { meetingAt: at })
  const asked = { resolved, now: toSecond(now), zone }
  const proposal = proposedMeeting(asked)
  /** That the invitation was taken along is what can be known; whether it was sent is up to people. */
  const markInvited = (): void => {
    if (!disabled) describeIncident(board, { invitedAt: toSecond(Date.now()) })
  }
  const delay = meetingAt && resolved ? meetingDelay(resolved, meetingAt, zone) : 0

  const copy = async (): Promise<void> => {
    if (meetingAt === null) return
    const text = invitationText(t, {
      title: incident.title,
      when: times.dateAndClock(meetingAt),
      owner: incident.owner,
      summary: plainTextOf(incident.summary),
      groundRules: plainTextOf(incident.groundRules),
      board: new URL(`/b/${boardId}`, location.href).href,
    })
    if (!(await copyText(text))) {
      say(t('practice.meeting.copyFailed'), { look: 'alarm' })
      return
    }
    markInvited()
    say(t('practice.meeting.copied'))
  }
  const off = meetingAt === null ? undefined : offTime(meetingAt, zone)
  return (
    <section className="k-field" aria-label={t('practice.meeting.title')} data-testid="meeting-fields">
      <h3 className="k-panel-head">{t('practice.meeting.title')}</h3>
      <div className="grid grid-cols-[1fr_6.4rem] gap-1.5">
        <label className="k-field">
          <span className="k-label">{t('practice.meeting.day')}</span>
          <DayInput
            className="k-input"
            value={local?.day ?? ''}
            disabled={disabled}
            data-testid="meeting-day"
            onCommit={(day) => set(day === '' ? null : instantOf(day, local?.minute ?? usualMinute, zone))}
          />
        </label>
        <TextField
          label={t('practice.meeting.clock')}
          value={local ? `${two(Math.floor(local.minute / 60))}:${two(local.minute % 60)}` : ''}
          placeholder="13:00"
          disabled={disabled || local === null}
          testId="meeting-clock"
          onCommit={(typed) => {
            const minute = minuteOf(typed)
            if (minute === undefined || !local) return t('practice.meeting.clockWrong')
            set(instantOf(local.day, minute, zone))
            return undefined
          }}
        />
      </div>
      <p className="k-hint">
        {t('practice.meeting.hint', { zone: times.zoneName(meetingAt ?? now) })}
        {resolved && meetingAt && delay > 0 && ` · ${t('practice.meeting.late', { count: delay })}`}
        {off && (
          <>
            {' · '}
            <b data-testid="meeting-off">{offSentence(t, language, off)}</b>
          </>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        {meetingAt === null ? (
          <>
            {!disabled && (
              <Button
                data-testid="meeting-propose"
                title={t('practice.meeting.proposeTip')}
                onClick={() => set(proposal)}
              >
                <CalendarPlus size={14} aria-hidden="true" />
                {t('practice.meeting.propose', {
                  when: `${times.date(proposal, { year: false })} ${times.clock(proposal)}`,
                })}
              </Button>
            )}
            <p className="k-hint">{t('practice.meeting.missing')}</p>
          </>
        ) : (
          <>
            <a
              className="k-button"
              data-look="line"
              href={`/api/boards/${boardId}/invitation.ics?lang=${language}`}
              download="postmortem.ics"
              title={t('practice.meeting.icsTip')}
              data-testid="meeting-ics"
              onClick={markInvited}
            >
              <CalendarPlus size={14} aria-hidden="true" />
              {t('practice.meeting.ics')}
            </a>
            <Button data-testid="meeting-copy" onClick={() => void copy()}>
              <Copy size={14} aria-hidden="true" />
              {t('practice.meeting.copy')}
            </Button>
            {!disabled && (
              <Button look="quiet" onClick={() => set(null)}>
                {t('practice.meeting.clear')}
              </Button>
            )}
          </>
        )}
      </div>
      {invitedAt && meetingAt && (
        <p className="k-hint" data-testid="meeting-invited">
          {t('practice.meeting.sent', { when: times.dateAndClock(invitedAt) })}
        </p>
      )}
      {!disabled && <MeetingSlots asked={asked} chosen={meetingAt} onChoose={set} />}
    </section>
  )
}

type WordsValue = ReturnType<typeof useWords>
function offSentence(t: WordsValue['t'], language: WordsValue['language'], off: OffTime): string {
  const name = off.kind === 'holiday' ? off[language] : ''
  return t(`practice.meeting.off.${off.kind}`, { name })
}
