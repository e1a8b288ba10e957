import { kptColumns } from '@kintsugi/model'
import { anonymousTextBytes, type LiveRound } from '@kintsugi/protocol'
import { Button, Checkbox, ChoiceChips, isComposing } from '@kintsugi/ui'
import { Send } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useAsking } from '../app/useAsking.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable, useSession } from '../board/boardContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import { guardLeaving } from '../live/leavingGuard.ts'
import { notesLeft } from './access.ts'
import { afterPosting, cornerOf } from './corner.ts'
import { useRound } from './useRound.ts'

/** Where a note of the round is written. What is typed stays in this tab's memory until it is posted. */
export function Composer({ live, explain }: { live: LiveRound; explain: (error: unknown) => string }) {
  const { t, language } = useWords()
  const corner = cornerOf(useSession())
  const draft = useReadable(corner.draft)
  const { desk, view } = useRound()
  const { busy: posting, trouble, ask } = useAsking(explain)
  const [posted, setPosted] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const left = notesLeft(view.kept.get(live.id))
  const isSigned = live.mode === 'signed' || draft.signed
  const { name } = ensureGuest(language)
  const over = new TextEncoder().encode(draft.text).length - anonymousTextBytes

  useEffect(() => guardLeaving(() => corner.draft.get().text.trim() !== ''), [corner])

  const post = async (): Promise<void> => {
    const { column, text } = corner.draft.get()
    if (posting || !desk || text.trim() === '' || over > 0) return
    await ask(async () => {
      await desk.write({ column, text: text.trim(), signed: isSigned })
      corner.draft.set(afterPosting(corner.draft.get(), text))
      setPosted((count) => count + 1)
      field.current?.focus()
    })
  }
  return (
    <form
      className="k-round-write"
      data-column={draft.column}
      onSubmit={(event) => {
        event.preventDefault()
        void post()
      }}
    >
      {live.state === 'revealed' && <p className="k-hint">{t('rounds.panel.lateNotes')}</p>}
      <ChoiceChips
        label={t('rounds.write.column')}
        value={draft.column}
        choices={kptColumns.map((value) => ({
          value,
          label:
            language === 'ja'
              ? `${t(`board.kptName.${value}`)} ${t(`terms.kptColumn.${value}`)}`
              : t(`terms.kptColumn.${value}`),
        }))}
        onChoose={(column) => column && corner.draft.set({ ...corner.draft.get(), column })}
      />
      <label htmlFor={id} className="sr-only">
        {t('rounds.write.text')}
      </label>
      <textarea
        ref={field}
        id={id}
        className="k-input k-round-text"
        rows={2}
        value={draft.text}
        placeholder={t(`rounds.write.placeholder.${draft.column}`)}
        aria-describedby={`${id}-about`}
        aria-invalid={over > 0 || undefined}
        autoComplete="off"
        data-testid="round-text"
        onChange={({ target }) => corner.draft.set({ ...corner.draft.get(), text: target.value })}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault()
            void post()
          } else if (event.key === 'Escape') {
            event.preventDefault()
            field.current?.blur()
          }
        }}
      />
      <div className="k-round-write-foot">
        {live.mode === 'anonymous' && (
          <Checkbox
            checked={draft.signed}
            onToggle={(signed) => corner.draft.set({ ...corner.draft.get(), signed })}
          >
            {t('rounds.write.sign')}
          </Checkbox>
        )}
        <span className="k-round-left" data-tip={t('rounds.write.leftTip')} data-tip-wide data-tip-side="end">
          {t('rounds.write.left', { count: left })}
        </span>
        <Button
          look="ink"
          type="submit"
          disabled={posting || left === 0 || draft.text.trim() === '' || over > 0}
          data-testid="round-post"
        >
          <Send size={14} aria-hidden="true" />
          {isSigned ? t('rounds.write.postSigned', { name }) : t('rounds.write.post')}
        </Button>
      </div>
      <p id={`${id}-about`} className="k-hint">
        {over > 0
          ? t('rounds.write.long', { over })
          : left === 0
            ? t('rounds.write.usedUp')
            : t('rounds.write.draft')}
      </p>
      <p role="status" className="sr-only">
        {posted > 0 && `${t('rounds.write.kept')} ${posted}`}
      </p>
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
    </form>
  )
}
