import { type RoundKind, type RoundMode, roundKinds, roundModes } from '@kintsugi/model'
import { mostVotes, type OpenRound as OpenRoundBody } from '@kintsugi/protocol'
import { Button, Checkbox, ChoiceChips } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { useState } from 'react'
import { useAsking } from '../app/useAsking.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useReadable, useSession } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import { ownPrincipal } from '../identity/ownPrincipal.ts'
import type { Api } from '../live/api.ts'
import { Facilitating } from './Facilitating.tsx'
import { ForgetKeys } from './ForgetKeys.tsx'
import { promiseOf, suggestedVotes } from './odds.ts'
import { PromiseLine } from './PromiseLine.tsx'
import { useOthersPresent } from './present.ts'
import { roundsApi } from './roundsApi.ts'
import { topicsIn } from './topics.ts'
import { VotesField } from './VotesField.tsx'

const lengths = ['none', '3', '5', '8', '10'] as const

export interface OpenRoundProps {
  api: Pick<Api, 'changeMeeting'>
  explain: (error: unknown) => string
  /** The round that was before. */
  after?: RoundKind | undefined
  onClose: () => void
}

/** What the facilitator decides before a round: what for, under whose eyes, how long. */
export function OpenRound({ api, explain, after, onClose }: OpenRoundProps) {
  const { t, language } = useWords()
  const { boardId, meeting, saveState } = useSession()
  const guest = ensureGuest(language)
  const facilitator = useReadable(meeting)?.facilitator ?? null
  const isFree = facilitator === null
  const opens = isFree || facilitator.principal === ownPrincipal(guest)
  const isOffline = useReadable(saveState).kind === 'offline'
  const others = useOthersPresent()
  const topics = useBoard((s) => topicsIn(s).length)
  const [kind, setKind] = useState<RoundKind>(after === 'writing' ? 'voting' : 'writing')
  const [mode, setMode] = useState<RoundMode>('anonymous')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('5')
  const [votes, setVotes] = useState<number | null>(null)
  const { busy, trouble, ask } = useAsking(explain)

  const members = others.filter(({ principal }) => !left.has(principal))
  const present = members.length + 1
  const isAnonymous = kind === 'voting' || mode === 'anonymous'
  const isRefused = isAnonymous && promiseOf(present).is === 'refused'
  const isBlank = kind === 'voting' && topics === 0

  const open = async (): Promise<void> => {
    const body: OpenRoundBody = {
      kind,
      mode: isAnonymous ? 'anonymous' : 'signed',
      members: members.map(({ principal }) => principal),
      ...(kind === 'voting' ? { votes: votes ?? suggestedVotes(topics, mostVotes) } : {}),
      ...(minutes === 'none' ? {} : { minutes: Number(minutes) }),
    }
    await ask(async () => {
      if (isFree) await api.changeMeeting(boardId, guest, { role: { role: 'facilitator', to: 'me' } })
      await roundsApi.open(boardId, guest, body)
      onClose()
    })
  }
  const footer = opens && (
    <Button
      look="ink"
      disabled={busy || isRefused || isBlank || isOffline}
      data-testid="round-open"
      onClick={() => void open()}
    >
      {t(busy ? 'rounds.open.going' : 'rounds.open.go')}
    </Button>
  )
  return (
    <Dialog
      title={t('rounds.open.title')}
      closeLabel={t('app.close')}
      dismissable={!busy}
      onClose={onClose}
      footer={footer}
    >
      <div className="k-round-form" data-testid="round-form">
        {!opens && (
          <Facilitating
            facilitator={facilitator}
            others={(name) => t('rounds.open.others', { name })}
            api={api}
            explain={explain}
          />
        )}
        {opens && (
          <>
            {isFree && (
              <p className="k-round-note" data-testid="round-free">
                {t('rounds.open.takesRole')}
              </p>
            )}
            <div>
              <ChoiceChips
                label={t('rounds.kind.label')}
                value={kind}
                choices={roundKinds.map((value) => ({ value, label: t(`rounds.kind.${value}`) }))}
                onChoose={(value) => value && setKind(value)}
              />
              <p className="k-hint">
                {t(kind === 'writing' ? 'rounds.open.aboutWriting' : 'rounds.open.aboutVoting')}
              </p>
            </div>
            {kind === 'writing' && (
              <div>
                <ChoiceChips
                  label={t('rounds.mode.label')}
                  value={mode}
                  choices={roundModes
                    .toReversed()
                    .map((value) => ({ value, label: t(`rounds.mode.${value}`) }))}
                  onChoose={(value) => value && setMode(value)}
                />
                <p className="k-hint">{t(`rounds.mode.${mode}Hint`)}</p>
              </div>
            )}
            {kind === 'voting' && <VotesField topics={topics} value={votes} onChange={setVotes} />}
            <fieldset className="k-field">
              <legend className="k-label mb-1">{t('rounds.open.present')}</legend>
              <div className="k-round-present">
                <Checkbox checked disabled onToggle={() => undefined}>
                  {t('rounds.open.you', { name: guest.name })}
                </Checkbox>
                {others.map(({ principal, name }) => (
                  <Checkbox
                    key={principal}
                    checked={!left.has(principal)}
                    onToggle={(checked) => setLeft(toggled(left, principal, !checked))}
                  >
                    {name}
                  </Checkbox>
                ))}
              </div>
              <p className="k-hint">
                {t(others.length === 0 ? 'rounds.open.nobody' : 'rounds.open.presentHint')}
              </p>
            </fieldset>
            {isAnonymous && <PromiseLine present={present} voting={kind === 'voting'} opening />}
            <ChoiceChips
              label={t('rounds.open.minutes')}
              value={minutes}
              choices={lengths.map((value) => ({
                value,
                label:
                  value === 'none'
                    ? t('rounds.open.noMinutes')
                    : t('rounds.open.minutesCount', { count: Number(value) }),
              }))}
              onChoose={(value) => value && setMinutes(value)}
            />
            {isOffline && <p className="k-round-note">{t('rounds.open.offline')}</p>}
            {trouble && (
              <p className="k-trouble-line" role="alert">
                {trouble}
              </p>
            )}
          </>
        )}
        <ForgetKeys />
      </div>
    </Dialog>
  )
}

function toggled(set: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (isIn) next.add(id)
  else next.delete(id)
  return next
}
