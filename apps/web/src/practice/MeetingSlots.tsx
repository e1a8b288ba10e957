import { instantOf, type MeetingDay, meetingDays } from '@kintsugi/analysis'
import type { Instant } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { timesIn } from '@kintsugi/words'
import { CalendarClock, ChevronDown, ChevronUp } from 'lucide-react'
import { useId, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'

const noon = 12 * 60

export interface MeetingSlotsProps {
  asked: { resolved: Instant | null; now: Instant; zone: string }
  chosen: Instant | null
  onChoose: (at: Instant) => void
}

/** The working days ahead with their times; days on which nobody works stand between them, with the reason. */
export function MeetingSlots({ asked, chosen, onChoose }: MeetingSlotsProps) {
  const { t } = useWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className="k-slots">
      <Button
        look="quiet"
        aria-expanded={open}
        aria-controls={id}
        data-testid="meeting-others"
        onClick={() => setOpen(!open)}
      >
        <CalendarClock size={14} aria-hidden="true" />
        {t(open ? 'practice.meeting.othersHide' : 'practice.meeting.others')}
        {open ? <ChevronUp size={14} aria-hidden="true" /> : <ChevronDown size={14} aria-hidden="true" />}
      </Button>
      {open && (
        <ul id={id} aria-label={t('practice.meeting.choose')} data-testid="meeting-slots">
          {meetingDays(asked).map((day) => (
            <SlotDay key={day.day} day={day} zone={asked.zone} chosen={chosen} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </div>
  )
}

interface SlotDayProps extends Pick<MeetingSlotsProps, 'chosen' | 'onChoose'> {
  day: MeetingDay
  zone: string
}
function SlotDay({ day: { day, off, slots, late }, zone, chosen, onChoose }: SlotDayProps) {
  const { t, language } = useWords()
  const times = timesIn(zone, language)
  const at = Date.parse(instantOf(day, noon, zone))
  const locale = language === 'en' ? 'en-GB' : language
  const name = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    month: language === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(at)
  const reason =
    off && t(`practice.meeting.dayOff.${off.kind}`, { name: off.kind === 'holiday' ? off[language] : '' })
  return (
    <li data-off={off !== null}>
      <span>{name}</span>
      {off ? (
        <small>{reason}</small>
      ) : (
        <div>
          {slots.map((slot) => (
            <button
              key={slot}
              type="button"
              className="k-chip"
              aria-pressed={slot === chosen}
              aria-label={`${name} ${times.clock(slot)}`}
              data-testid="meeting-slot"
              onClick={() => onChoose(slot)}
            >
              {times.clock(slot)}
            </button>
          ))}
          {late && <small>{t('practice.meeting.slotLate')}</small>}
        </div>
      )}
    </li>
  )
}
