import { declineKeeps, keepsFromEntries } from '@kintsugi/board'
import { plainTextOf, type TimelineEntry } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { timesIn } from '@kintsugi/words'
import { Clover, Plus, ThumbsUp } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { keepProposalsIn } from '../board/readings.ts'

/** What worked or was luck, to be taken over as Keeps one by one or all at once, or left out for good. */
export function KeepDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { board } = useSession()
  const writable = useWritable()
  const proposals = useBoard(keepProposalsIn)
  const ids = proposals.map(({ id }) => id)
  const answer = (act: typeof declineKeeps | typeof keepsFromEntries): void => {
    act(board, ids)
    onClose()
  }
  return (
    <Dialog
      title={t('kpt.keeps.title')}
      closeLabel={t('app.close')}
      width={600}
      onClose={onClose}
      footer={
        proposals.length > 0 && writable ? (
          <>
            <Button look="quiet" onClick={() => answer(declineKeeps)} data-testid="decline-all">
              {t('kpt.keeps.declineAll')}
            </Button>
            <Button look="ink" onClick={() => answer(keepsFromEntries)} data-testid="keep-all">
              {t('kpt.keeps.takeAll')}
            </Button>
          </>
        ) : (
          <Button look="ink" onClick={onClose}>
            {t('app.close')}
          </Button>
        )
      }
    >
      <p className="k-hint">{t(proposals.length === 0 ? 'kpt.keeps.none' : 'kpt.keeps.about')}</p>
      <ul className="k-keeps">
        {proposals.map((entry) => (
          <Proposal key={entry.id} entry={entry} writable={writable} />
        ))}
      </ul>
    </Dialog>
  )
}

function Proposal({ entry, writable }: { entry: TimelineEntry; writable: boolean }) {
  const { t, language } = useWords()
  const { board } = useSession()
  const timeZone = useBoard((s) => s.incident.timeZone)
  const Icon = entry.review === 'lucky' ? Clover : ThumbsUp
  const text = plainTextOf(entry.text)
  return (
    <li data-testid="keep-proposal">
      <div>
        <p className="k-keeps-facts">
          <Icon size={13} aria-hidden="true" />
          {t(`terms.review.${entry.review ?? 'worked'}`)}
          {entry.at && <span>{timesIn(timeZone, language).dateAndClock(entry.at)}</span>}
        </p>
        <p>{text}</p>
      </div>
      {writable && (
        <div className="k-keeps-acts">
          <Button
            onClick={() => keepsFromEntries(board, [entry.id])}
            aria-label={t('kpt.keeps.takeThis', { what: text })}
          >
            <Plus size={14} aria-hidden="true" />
            {t('kpt.keeps.take')}
          </Button>
          <Button
            look="quiet"
            onClick={() => declineKeeps(board, [entry.id])}
            aria-label={t('kpt.keeps.declineThis', { what: text })}
          >
            {t('kpt.keeps.decline')}
          </Button>
        </div>
      )}
    </li>
  )
}
