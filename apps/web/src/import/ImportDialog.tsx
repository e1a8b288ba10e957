import { removeImport } from '@kintsugi/board'
import { type BoardSnapshot, boardParts, type ItemId, limits } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { Dialog } from '@kintsugi/ui/overlays'
import { useEffect, useRef, useState } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import type { Brought } from './brought.ts'
import { type SourceTrouble, takeBrought } from './given.ts'
import { ImportPreview } from './ImportPreview.tsx'
import { ImportSource } from './ImportSource.tsx'
import { onlyFirst } from './selection.ts'
import { type ImportDone, type Progress, useImport } from './useImport.ts'
import './import.css'

export interface ImportDialogProps {
  /** What was dropped or pasted on the board to get here. */
  brought: Brought | null
  /** Says in the person's language what went wrong. */
  explain: (error: unknown) => string
  /** Shows what has come. */
  onImported: (added: readonly ItemId[]) => void
  onClose: () => void
}

const itemsOn = (snapshot: BoardSnapshot): number =>
  boardParts.reduce((sum, part) => sum + snapshot[part].length, 0)

/** Paste or drop, look at what would come, choose, then import: nothing reaches the board before. */
export function ImportDialog({ brought, explain, onImported, onClose }: ImportDialogProps) {
  const { t } = useWords()
  const { board, history } = useSession()
  const writable = useWritable()
  const there = useBoard(itemsOn)
  const [trouble, setTrouble] = useState<string | null>(null)
  const fail = (error: unknown): void => {
    console.error(error)
    setTrouble(t('importing.failed'))
  }
  const work = useImport(fail)
  const { stage, read, given } = work
  const tell = (what: SourceTrouble | null): void => {
    if (what === null) setTrouble(null)
    else if (what.code === 'fileUnreadable') setTrouble(t('importing.fileUnreadable'))
    else if (what.code === 'several') setTrouble(t('importing.given.several', { name: what.name }))
    else setTrouble(t(`importing.${what.code}`, { size: what.size, limit: what.limit }))
  }
  const begun = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was brought is taken once
  useEffect(() => {
    if (brought === null || begun.current) return
    begun.current = true
    void takeBrought(brought).then(({ trouble: wrong, held }) => {
      tell(wrong)
      if (held) work.begin(held)
    })
  }, [])

  const people = Object.values(work.casting).filter(({ participant }) => participant).length
  const count = read === null ? 0 : read.selection.count + people
  const room = Math.max(0, limits.itemsPerBoard - there)
  const tooMany = stage.at !== 'writing' && count > room
  const nothing = read?.summary.nothing && read.summary.columns === null ? read.summary.nothing : null
  // Nothing was found in it: back to the text, with the reason.
  const atSource = stage.at === 'source' || (stage.at === 'preview' && nothing !== null)

  // The board as it is drawn when everything has come, not as it was at the click.
  const show = useRef(onImported)
  useEffect(() => {
    show.current = onImported
  })
  const report = ({ added, batch, asked }: ImportDone): void => {
    if (added.length === 0) {
      say(asked > 0 ? t('importing.nothingAdded') : t('importing.nothingNew'))
      return
    }
    show.current(added)
    const takeBack = (): void => {
      // While nothing was done since, it is the step that undo takes; later it goes as a batch.
      if (history.state().undo === 'importSnapshot') history.undo()
      else if (batch !== null) removeImport(board, batch)
      say(t('importing.undone'))
    }
    say(t('importing.done', { count: added.length }), {
      action: { label: t('importing.undo'), act: takeBack },
    })
  }
  const commit = async (): Promise<void> => {
    setTrouble(null)
    const done = await work.commit()
    if (done === null) return
    onClose()
    report(done)
  }
  const see = (): void => {
    setTrouble(null)
    work.begin(given.held)
  }
  const cancelWriting = (): void => {
    work.cancelWriting()
    say(t('importing.cancelled'))
  }

  return (
    <Dialog
      title={t('importing.title')}
      closeLabel={t('app.close')}
      width={atSource ? 640 : 860}
      dismissable={stage.at !== 'writing'}
      onClose={onClose}
      footer={
        atSource ? (
          <Button
            look="ink"
            disabled={given.held === null && given.text.trim() === ''}
            data-testid="import-preview"
            onClick={see}
          >
            {t('importing.see')}
          </Button>
        ) : stage.at === 'writing' ? (
          <Button data-testid="import-cancel" onClick={cancelWriting}>
            {t('importing.cancel')}
          </Button>
        ) : stage.at === 'reading' && !stage.again ? (
          <Button data-testid="import-cancel" onClick={work.cancelReading}>
            {t('importing.cancel')}
          </Button>
        ) : (
          <>
            {tooMany && (
              <p className="k-import-limit" role="alert" id="import-limit" data-testid="import-limit">
                {room === 0
                  ? t('importing.boardFull', { there, limit: limits.itemsPerBoard })
                  : t('importing.overLimit', { there, limit: limits.itemsPerBoard, count, room })}
                {room > people && (
                  <Button
                    look="quiet"
                    data-testid="import-first"
                    onClick={() => read && work.select(onlyFirst(read.selection, room - people))}
                  >
                    {t('importing.onlyFirst', { n: room - people })}
                  </Button>
                )}
              </p>
            )}
            {!tooMany && (count === 0 || !writable) && (
              <p className="k-import-limit" role="status" id="import-limit">
                {writable ? t('importing.nothingNew') : t('importing.notWritable')}
              </p>
            )}
            <Button onClick={work.cancelReading}>{t('importing.back')}</Button>
            <Button
              look="ink"
              disabled={tooMany || count === 0 || !writable || stage.at === 'reading'}
              aria-describedby={tooMany || count === 0 || !writable ? 'import-limit' : undefined}
              data-testid="import-commit"
              onClick={() => void commit()}
            >
              {t('importing.commit', { count })}
            </Button>
          </>
        )
      }
    >
      {atSource && (
        <ImportSource given={given} onChange={work.setGiven} onTrouble={tell} onHeld={work.begin} />
      )}
      {stage.at === 'reading' && <ProgressLine progress={stage.progress} words="reading" />}
      {stage.at === 'writing' && <ProgressLine progress={stage.progress} words="writing" />}
      {!atSource && read && (stage.at === 'preview' || (stage.at === 'reading' && stage.again)) && (
        <ImportPreview
          reader={read.reader}
          summary={read.summary}
          settings={work.settings}
          origin={work.origin}
          selection={read.selection}
          casting={work.casting}
          explain={explain}
          onSettings={work.change}
          onSelect={work.select}
          onCast={work.cast}
        />
      )}
      {(trouble ?? nothing) && (
        <p className="k-trouble-line" role="alert">
          {trouble ?? (nothing?.code === 'notText' ? t('importing.notText') : explain(nothing))}
        </p>
      )}
    </Dialog>
  )
}

function ProgressLine({ progress, words }: { progress: Progress | null; words: 'reading' | 'writing' }) {
  const { t } = useWords()
  const sentence =
    progress === null
      ? t('importing.reading')
      : t(words === 'writing' ? 'importing.writing' : 'importing.readingAt', { ...progress })
  return (
    <div className="k-import-progress" data-testid="import-progress">
      <p role="status">{sentence}</p>
      <progress
        aria-label={sentence}
        {...(progress === null ? {} : { value: progress.done, max: Math.max(1, progress.total) })}
      />
    </div>
  )
}
