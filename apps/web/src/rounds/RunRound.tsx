import { type LiveRound, mostDeals, type RoundAct } from '@kintsugi/protocol'
import { Button } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { Eye, ListOrdered, Plus, UserRoundPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { say } from '../app/toasts.tsx'
import { useAsking } from '../app/useAsking.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable, useSession } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import { ownPrincipal } from '../identity/ownPrincipal.ts'
import type { Api } from '../live/api.ts'
import { Facilitating } from './Facilitating.tsx'
import { PromiseLine } from './PromiseLine.tsx'
import { useOthersPresent } from './present.ts'
import { roundsApi } from './roundsApi.ts'
import { Sure } from './Sure.tsx'

export interface RunRoundProps {
  round: LiveRound
  api: Pick<Api, 'changeMeeting'>
  explain: (error: unknown) => string
  /** On to the next round. */
  onNext: () => void
  onClose: () => void
}

/** The facilitator's acts on the round that is going on; everybody sees who is in it. */
export function RunRound({ round, api, explain, onNext, onClose }: RunRoundProps) {
  const { t, language } = useWords()
  const { boardId, meeting } = useSession()
  const guest = ensureGuest(language)
  const facilitator = useReadable(meeting)?.facilitator ?? null
  const isMine = facilitator?.principal === ownPrincipal(guest)
  const others = useOthersPresent()
  const { busy, trouble, ask } = useAsking(explain)
  const { kind, mode, state, members } = round
  const isOpen = state === 'open'
  const isAnonymous = kind === 'voting' || mode === 'anonymous'
  // Late notes are written until the round is ended; a vote is over with its count.
  const takesMore = isOpen || kind === 'writing'
  const late = others.filter(({ principal }) => !members.some((member) => member.principal === principal))

  const act = (what: RoundAct, done?: string): Promise<void> =>
    ask(async () => {
      await roundsApi.act(boardId, round.id, guest, what)
      if (done) say(done)
      if (what.act !== 'admit' && what.act !== 'deal') onClose()
    })
  return (
    <Dialog title={t('rounds.run.title')} closeLabel={t('app.close')} dismissable={!busy} onClose={onClose}>
      <div className="k-round-form" data-testid="round-run">
        <section>
          <h3>{t('rounds.run.members', { count: members.length })}</h3>
          <p>{members.map(({ name }) => name).join(t('reading.comma'))}</p>
          {isAnonymous && <PromiseLine present={members.length} voting={kind === 'voting'} />}
          {isOpen && <p className="k-hint">{t('rounds.run.countDelay')}</p>}
        </section>
        {!isMine && (
          <Facilitating
            facilitator={facilitator}
            others={(name) => t('rounds.run.notYours', { name })}
            nobody={t('rounds.run.nobodys')}
            api={api}
            explain={explain}
          />
        )}
        {isMine && takesMore && late.length > 0 && (
          <section>
            <h3>{t('rounds.run.late')}</h3>
            <p className="k-hint">{t('rounds.run.lateHint')}</p>
            <div className="k-round-late">
              {late.map(({ principal, name }) => (
                <Button
                  key={principal}
                  disabled={busy}
                  data-testid="round-admit"
                  onClick={() => void act({ act: 'admit', principal }, t('rounds.run.admitted', { name }))}
                >
                  <UserRoundPlus size={15} aria-hidden="true" />
                  {t('rounds.run.admit', { name })}
                </Button>
              ))}
            </div>
          </section>
        )}
        {isMine && isOpen && (
          <Act hint={t(kind === 'voting' ? 'rounds.run.countHint' : 'rounds.run.revealHint')}>
            <Button
              look="ink"
              disabled={busy}
              data-testid="round-reveal"
              onClick={() => void act({ act: 'reveal' })}
            >
              {kind === 'voting' ? (
                <ListOrdered size={15} aria-hidden="true" />
              ) : (
                <Eye size={15} aria-hidden="true" />
              )}
              {t(kind === 'voting' ? 'rounds.run.count' : 'rounds.run.reveal')}
            </Button>
          </Act>
        )}
        {isMine && !isOpen && (
          <Act hint={t(kind === 'writing' ? 'rounds.run.nextHint' : 'rounds.run.nextAfterVote')}>
            <Button look="ink" disabled={busy} data-testid="round-next" onClick={onNext}>
              {t('rounds.run.next')}
            </Button>
          </Act>
        )}
        {isMine && isOpen && mode === 'signed' && (
          <Act hint={t('rounds.run.anonymousHint')}>
            <Sure
              label={t('rounds.run.anonymous')}
              sure={t('rounds.run.anonymousSure')}
              back={t('rounds.run.back')}
              disabled={busy}
              testId="round-anonymous"
              onSure={() => void act({ act: 'anonymous' })}
            />
          </Act>
        )}
        {isMine && kind === 'writing' && (
          <Act
            hint={t(round.deals < mostDeals ? 'rounds.run.dealHint' : 'rounds.run.mostDealt', {
              count: round.tokens,
            })}
          >
            <Button
              disabled={busy || round.deals >= mostDeals}
              data-testid="round-deal"
              onClick={() => void act({ act: 'deal' }, t('rounds.run.dealt', { count: round.tokens }))}
            >
              <Plus size={15} aria-hidden="true" />
              {t('rounds.run.deal')}
            </Button>
          </Act>
        )}
        {isMine && !isOpen && (
          <Act hint={t('rounds.run.endHint')}>
            <Button disabled={busy} data-testid="round-end" onClick={() => void act({ act: 'end' })}>
              {t('rounds.run.end')}
            </Button>
          </Act>
        )}
        {isMine && isOpen && (
          <Act hint={t('rounds.run.cancelHint')}>
            <Sure
              label={t('rounds.run.cancel')}
              // Without a number: the one that is told is late on purpose.
              sure={t(kind === 'voting' ? 'rounds.run.cancelSureVotes' : 'rounds.run.cancelSure')}
              back={t('rounds.run.back')}
              disabled={busy}
              testId="round-cancel"
              onSure={() => void act({ act: 'cancel' })}
            />
          </Act>
        )}
        {trouble && (
          <p className="k-trouble-line" role="alert">
            {trouble}
          </p>
        )}
      </div>
    </Dialog>
  )
}

/** A button with what it does beside it. */
function Act({ hint, children }: { hint: string; children?: ReactNode }) {
  return (
    <div className="k-round-act">
      <p className="k-hint">{hint}</p>
      {children}
    </div>
  )
}
