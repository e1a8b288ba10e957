import { plainTextOf, type RichText } from '@kintsugi/model'
import { Suspense } from 'react'
import { later } from '../app/later.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useDesk, useWritable } from '../board/boardContext.tsx'
import type { ItemText } from '../board/desk.ts'
import { TextView } from './TextView.tsx'

const InlineEditor = later(() =>
  import('./InlineEditor.tsx').then(({ InlineEditor }) => ({ default: InlineEditor })),
)

export interface InlineTextProps {
  text: ItemText
  value: RichText
  /** Shown where it is empty. */
  empty: string
  /** What the thing is called by whoever does not see it. */
  name: string
  writing: boolean
  /** Its words are somebody's alone: they are read here and not written. */
  sealed?: boolean
  /** Whether its handle is in the tab order. */
  reachable: boolean
  /** Mod+Enter: on with the next. */
  onNext: () => void
  /** Esc: the text is left, its row is not. */
  onLeave: () => void
}

/** A text where it stands in a table or list. Its handle, a button over it, opens it; the words stay words, links stay links. */
export function InlineText(props: InlineTextProps) {
  const { text, value, empty, name, writing, sealed = false, reachable } = props
  const { t } = useWords()
  const desk = useDesk()
  const writable = useWritable() && !sealed
  const view = <TextView text={value} empty={empty} />
  if (writing && writable)
    return (
      <Suspense fallback={view}>
        <InlineEditor key={text.id} text={text} label={name} onNext={props.onNext} onLeave={props.onLeave} />
      </Suspense>
    )
  return (
    <div className="k-inline-text" data-blank={plainTextOf(value) === ''}>
      {view}
      <button
        type="button"
        data-handle
        tabIndex={reachable ? 0 : -1}
        aria-label={writable ? t('outline.edit', { what: name }) : name}
        onClick={() => {
          desk.select(text.id)
          if (writable) desk.editing.set(text)
        }}
      />
    </div>
  )
}
