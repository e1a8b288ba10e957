import { findings } from '@kintsugi/analysis'
import { toInstant } from '@kintsugi/model'
import type { RevisionCard } from '@kintsugi/protocol'
import { Button, TextField } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { sayFinding } from '@kintsugi/words'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { copyText } from '../app/clipboard.ts'
import { say } from '../app/toasts.tsx'
import { useAsking } from '../app/useAsking.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useReadable, useSession } from '../board/boardContext.tsx'
import { ensureGuest, nameLength, saveGuest } from '../identity/guest.ts'
import type { Api } from '../live/api.ts'

export interface FinalizeDialogProps {
  api: Api
  explain: (error: unknown) => string
  onShow: (itemId: string) => void
  onClose: () => void
}

/** What one may want to look at, what will happen, and then that it has happened. */
export function FinalizeDialog({ api, explain, onShow, onClose }: FinalizeDialogProps) {
  const { t, language } = useWords()
  const session = useSession()
  // Becomes the own name with the click that finalizes: earlier it would reopen the connection, and hold that click up.
  const [name, setName] = useState(() => ensureGuest(language).name)
  const { busy, trouble, ask } = useAsking(explain)
  const [done, setDone] = useState<RevisionCard | null>(null)
  const saved = useReadable(session.saveState).kind === 'saved'

  const finalize = (): Promise<void> =>
    ask(async () => setDone(await api.finalize(session.boardId, saveGuest(name))))
  if (done) return <Finalized card={done} onClose={onClose} />
  return (
    <Dialog
      title={t('dialogs.finalize.title')}
      closeLabel={t('app.close')}
      dismissable={!busy}
      onClose={onClose}
      footer={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button
            look="gold"
            disabled={busy || !saved || name === ''}
            data-testid="finalize-now"
            onClick={() => void finalize()}
          >
            {busy ? t('dialogs.finalize.acting') : t('dialogs.finalize.act')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-[13.5px] text-soft">{t('dialogs.finalize.about')}</p>
        <ul className="k-happens">
          {(['closes', 'fingerprint', 'reopen'] as const).map((name) => (
            <li key={name}>
              <Check size={14} strokeWidth={2.4} aria-hidden="true" />
              {t(`dialogs.finalize.happens.${name}`)}
            </li>
          ))}
        </ul>
        <Findings onShow={onShow} />
        <TextField
          label={t('dialogs.finalize.by')}
          hint={t(name === '' ? 'app.you.empty' : 'dialogs.finalize.byHint')}
          value={name}
          maxLength={nameLength}
          disabled={busy}
          testId="finalized-by"
          onCommit={(typed) => void setName(typed.trim())}
        />
        {!saved && (
          <p className="k-trouble-line" role="status">
            {t('dialogs.finalize.notSaved')}
          </p>
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

function Findings({ onShow }: { onShow: (itemId: string) => void }) {
  const { t } = useWords()
  const [now] = useState(() => toInstant(Date.now()))
  const list = findings(
    useBoard((s) => s),
    { now },
  )
  if (list.length === 0) return <p className="text-[13.5px] text-soft">{t('dialogs.finalize.noFindings')}</p>
  return (
    <section className="flex flex-col gap-2" data-testid="findings">
      <p className="text-[13.5px] font-semibold">{t('dialogs.finalize.findings', { count: list.length })}</p>
      <ul className="k-findings">
        {list.map((finding) => {
          const item = finding.itemIds[0]
          const { what, why } = sayFinding(t, finding)
          return (
            <li
              key={`${finding.code} ${JSON.stringify(finding.args)} ${item ?? ''}`}
              data-severity={finding.severity}
            >
              <p>{what}</p>
              <small>{why}</small>
              {item !== undefined && (
                <Button look="quiet" onClick={() => onShow(item)}>
                  {t('dialogs.finalize.show')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Finalized({ card, onClose }: { card: RevisionCard; onClose: () => void }) {
  const { t } = useWords()
  const path = `/p/${card.boardId}`
  const copy = async (): Promise<void> => {
    const address = `${location.origin}${path}`
    // Without the clipboard the link itself is shown, to be copied by hand.
    say((await copyText(address)) ? t('dialogs.finalize.copied') : address)
  }
  return (
    <Dialog
      title={t('dialogs.finalize.doneTitle', { n: card.number })}
      closeLabel={t('app.close')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => void copy()}>{t('dialogs.finalize.copyLink')}</Button>
          <a className="k-button" data-look="ink" href={path} data-testid="read-link">
            {t('dialogs.finalize.read')}
          </a>
        </>
      }
    >
      <div className="k-finalized" data-testid="finalized">
        <SealedCrack />
        <p>{t('dialogs.finalize.doneAbout')}</p>
        <dl>
          <dt>{t('dialogs.finalize.hash')}</dt>
          <dd>
            <code>{card.hash.replace(/(.{8})/g, '$1 ').trim()}</code>
          </dd>
        </dl>
      </div>
    </Dialog>
  )
}

/** One crack, all gold. */
function SealedCrack() {
  return (
    <svg width="100%" height="34" viewBox="0 0 480 34" preserveAspectRatio="none" aria-hidden="true">
      <path
        className="k-sealed"
        d="M0 18 62 14l28 8 54-13 36 11 70-8 41 12 58-15 44 9 87-6"
        fill="none"
        stroke="var(--gold)"
        strokeWidth="2.6"
        vectorEffect="non-scaling-stroke"
        pathLength="1"
      />
    </svg>
  )
}
