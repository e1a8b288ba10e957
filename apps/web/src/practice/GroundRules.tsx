import { acknowledgeGroundRules } from '@kintsugi/board'
import { plainTextOf } from '@kintsugi/model'
import { Button, IconButton, isComposing, TextField } from '@kintsugi/ui'
import { timesIn, usualRules } from '@kintsugi/words'
import { X } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useReadable, useSession, useWritable } from '../board/boardContext.tsx'
import { TextView } from '../editor/TextView.tsx'
import { isGivenName, nameLength, saveGuest } from '../identity/guest.ts'
import { hasSeenRules, rememberRulesSeen, rulesOpen, rulesSeen } from './frame.ts'
import { sameName, useOwnName } from './ownName.ts'
import { toSecond } from './useNow.ts'

/** The ground rules, beside the board and never in its way: by itself once per person and board, later on request. */
export function GroundRules() {
  const { t, language } = useWords()
  const { board, boardId } = useSession()
  const text = useBoard((s) => s.incident.groundRules)
  const zone = useBoard((s) => s.incident.timeZone)
  const people = useBoard((s) => s.people)
  const writable = useWritable()
  const name = useOwnName()
  // Who has no name of their own yet is asked for one here, and not before: once asked, the field stays until it closes.
  const [isUnnamed] = useState(() => isGivenName(name))
  const asked = useReadable(rulesOpen)
  const seen = hasSeenRules(useReadable(rulesSeen), boardId)
  const mine = people.find((person) => sameName(person.name, name))?.acknowledgedAt ?? null
  const count = people.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length
  const shown = asked || !(seen || mine !== null || !writable)
  const close = useCallback((): void => {
    rulesOpen.set(false)
    rememberRulesSeen(boardId)
  }, [boardId])
  const host = useRef<HTMLElement>(null)
  // By keys alone they would be reached only behind every card of the board. A text or a dialog has its own Esc.
  useEffect(() => {
    if (!shown) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || isComposing(event)) return
      const own = 'input,textarea,select,[contenteditable=true],[role=dialog]'
      const within = event.target instanceof Element ? event.target.closest(own) : null
      if (within && !host.current?.contains(within)) return
      close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [shown, close])
  // Asked for, they have the focus once whatever they were asked from has given it back.
  useEffect(() => {
    if (!asked) return
    const timer = setTimeout(() => {
      const own = host.current?.querySelector<HTMLElement>('input, footer button')
      const first = own ?? host.current?.querySelector<HTMLElement>('button')
      first?.focus()
    }, 50)
    return () => clearTimeout(timer)
  }, [asked])
  if (!shown) return null

  const acknowledge = (): void => {
    acknowledgeGroundRules(board, { name, at: toSecond(Date.now()) })
    close()
    say(t('practice.rules.thanks'))
  }
  return (
    <aside ref={host} className="k-rules" aria-labelledby="k-rules-title" data-testid="ground-rules">
      <header>
        <h2 id="k-rules-title">{t('practice.rules.title')}</h2>
        <IconButton label={t('practice.rules.later')} side="end" data-testid="rules-close" onClick={close}>
          <X size={15} />
        </IconButton>
      </header>
      <p>{t('practice.rules.about')}</p>
      {plainTextOf(text) === '' ? (
        <ol>
          {usualRules(t).map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
      ) : (
        <TextView text={text} />
      )}
      <p className="k-hint" data-testid="rules-count">
        {count === 0 ? t('practice.rules.nobody') : t('practice.rules.acknowledged', { count })}
        {mine !== null && ` · ${t('practice.rules.youDid', { when: timesIn(zone, language).date(mine) })}`}
      </p>
      {mine === null && writable && isUnnamed && (
        <TextField
          label={t('app.you.title')}
          hint={t('app.you.about')}
          value={isGivenName(name) ? '' : name}
          placeholder={name}
          maxLength={nameLength}
          testId="rules-name"
          onCommit={(typed) => {
            if (typed.trim() !== '') saveGuest(typed.trim())
            return undefined
          }}
        />
      )}
      {mine === null && writable && (
        <footer>
          <Button look="ink" data-testid="rules-acknowledge" onClick={acknowledge}>
            {t('practice.rules.acknowledge')}
          </Button>
          <Button look="quiet" data-testid="rules-later" onClick={close}>
            {t('practice.rules.later')}
          </Button>
          {!asked && (
            <Button
              look="quiet"
              className="k-rules-never"
              onClick={() => {
                rememberRulesSeen('everywhere')
                close()
              }}
            >
              {t('practice.rules.never')}
            </Button>
          )}
        </footer>
      )}
    </aside>
  )
}
