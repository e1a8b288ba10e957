import { type CreateShareLink, type NewShareLink, type ShareLink, shareDays } from '@kintsugi/protocol'
import { Button } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { timesIn } from '@kintsugi/words'
import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { say } from '../app/toasts.tsx'
import { useAsking } from '../app/useAsking.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useSession } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import type { Api } from '../live/api.ts'
import { AddressField } from './AddressField.tsx'
import { LinkForm } from './LinkForm.tsx'
import { isPast, LinkRow } from './LinkRow.tsx'
import { linksApi } from './linksApi.ts'
import './share.css'

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
/** Nobody else's computer finds anything there. */
const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname)
const dayMs = 24 * 60 * 60 * 1000

export interface ShareDialogProps {
  api: Pick<Api, 'listPostmortems'>
  explain: (error: unknown) => string
  onClose: () => void
}

/** Who may write with us, and who may read along. */
export function ShareDialog({ api, explain, onClose }: ShareDialogProps) {
  const { t, language } = useWords()
  const { boardId } = useSession()
  const [links, setLinks] = useState<readonly ShareLink[] | null>(null)
  const [latest, setLatest] = useState(0)
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<NewShareLink | null>(null)
  const { busy, trouble, ask } = useAsking(explain)

  useEffect(() => {
    void ask(async () => {
      const [found, finals] = await Promise.all([linksApi.list(boardId), api.listPostmortems()])
      setLinks(found)
      setLatest(finals.find((card) => card.boardId === boardId)?.number ?? 0)
    })
  }, [ask, api, boardId])

  const put = (link: ShareLink): void =>
    setLinks((before) => before?.map((one) => (one.id === link.id ? link : one)) ?? null)
  const nameOf = (link: ShareLink): string => link.name || t('share.list.unnamed')
  const make = (wanted: CreateShareLink): Promise<void> =>
    ask(async () => {
      const created = await linksApi.create(boardId, ensureGuest(language), wanted)
      setLinks((before) => before && [created.link, ...before])
      setMade(created)
      setMaking(false)
    })
  const extend = (link: ShareLink): Promise<void> =>
    ask(async () => {
      // Counted by the server from today on: what is left is kept.
      const left = Math.max(0, Math.ceil((Date.parse(link.expiresAt) - Date.now()) / dayMs))
      const expiresInDays = Math.min(shareDays.most, left + shareDays.usual)
      const next = await linksApi.change(boardId, link.id, ensureGuest(language), { expiresInDays })
      put(next)
      const day = timesIn(zone, language).date(next.expiresAt)
      say(t('share.list.extended', { name: nameOf(next), day }))
    })
  const revoke = (link: ShareLink): Promise<void> =>
    ask(async () => {
      put(await linksApi.revoke(boardId, link.id, ensureGuest(language)))
      if (made?.link.id === link.id) setMade(null)
      say(t('share.list.done', { name: nameOf(link) }))
    })

  const row = (link: ShareLink) => (
    <LinkRow
      key={link.id}
      link={link}
      busy={busy}
      onExtend={() => void extend(link)}
      onRevoke={() => void revoke(link)}
    />
  )
  const open = links?.filter((link) => !isPast(link)) ?? []
  const past = links?.filter(isPast) ?? []
  return (
    <Dialog
      title={t('share.title')}
      closeLabel={t('app.close')}
      width={620}
      // Nothing is lost by leaving while the list is on its way; an answer with an address in it comes once.
      dismissable={!busy || links === null}
      onClose={onClose}
    >
      <div className="k-share">
        <section>
          <h3>{t('share.invite.title')}</h3>
          <p>{t('share.invite.about')}</p>
          <AddressField
            label={t('share.invite.address')}
            address={`${location.origin}/b/${boardId}`}
            testId="board-address"
          />
          {isLocal && (
            <p className="k-hint" data-testid="address-local">
              {t('share.invite.local')}
            </p>
          )}
        </section>
        <section>
          <h3>{t('share.links.title')}</h3>
          <p>{t('share.links.about')}</p>
          {made && (
            <div className="k-link-made" role="status">
              <h4>{t('share.made.title')}</h4>
              <AddressField label={t('share.made.address')} address={made.url} testId="link-address" />
              <p>{t('share.made.once')}</p>
            </div>
          )}
          {trouble && (
            <p className="k-trouble-line" role="alert">
              {trouble}
            </p>
          )}
          {making ? (
            <LinkForm
              latest={latest}
              busy={busy}
              onMake={(wanted) => void make(wanted)}
              onBack={() => setMaking(false)}
            />
          ) : (
            <Button
              disabled={busy}
              data-testid="new-link"
              onClick={() => {
                setMade(null)
                setMaking(true)
              }}
            >
              <Plus size={15} aria-hidden="true" />
              {t('share.links.make')}
            </Button>
          )}
          {links === null && trouble === null && <p role="status">{t('share.links.loading')}</p>}
          {links?.length === 0 && !making && <p>{t('share.links.none')}</p>}
          {open.length > 0 && <ul className="k-links">{open.map(row)}</ul>}
          {past.length > 0 && (
            <details>
              <summary>
                {t('share.list.past')} ({past.length})
              </summary>
              <ul className="k-links">{past.map(row)}</ul>
            </details>
          )}
          {links !== null && links.length > 0 && <small>{t('share.list.counts')}</small>}
        </section>
      </div>
    </Dialog>
  )
}
