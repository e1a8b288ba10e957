import { fragmentOf, type TextRef } from '@kintsugi/board'
import { isComposing } from '@kintsugi/ui'
import { Extension } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { Selection } from '@tiptap/pm/state'
import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect, useMemo, useRef } from 'react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { useSession } from '../board/boardContext.tsx'
import { HoldWhileComposing } from './holdWhileComposing.ts'
import { lengthLimit, mostCharacters } from './lengthLimit.ts'
import './editor.css'
import { takeTypedAhead } from './typedAhead.ts'

export interface ProseEditorProps {
  text: TextRef
  label: string
  placeholder?: string
  autoFocus?: boolean
  /** Esc, or leaving it. What was written is already in the document: there is nothing to save. */
  onDone?: () => void
  onNext?: () => void
}

/** One rich text of the board, written together. Knows Tiptap; nothing else does. */
export function ProseEditor({ text, label, autoFocus = false, onDone, onNext }: ProseEditorProps) {
  const { t } = useWords()
  const { board, history } = useSession()
  const fragment = useMemo(() => fragmentOf(board, text), [board, text])
  const acts = useRef({ onDone, onNext, history })
  acts.current = { onDone, onNext, history }

  const editor = useEditor(
    {
      immediatelyRender: true,
      extensions: [
        StarterKit.configure({
          // The board's own history undoes typing too, named and one's own; two histories would fight.
          undoRedo: false,
          heading: { levels: [2, 3] },
          link: { openOnClick: false, protocols: ['http', 'https', 'mailto'] },
          trailingNode: false,
        }),
        ...(fragment ? [Collaboration.configure({ fragment })] : []),
        HoldWhileComposing,
        lengthLimit(() => say(t('panels.textFull', { limit: mostCharacters }), { look: 'alarm' })),
        boardKeys(acts),
      ],
      onBlur: () => acts.current.onDone?.(),
      editorProps: {
        // Tab goes on to the next field, from a list too: who walks by keys must not indent what they only pass. Taken
        // from the editor before its keys see it, and left to the browser.
        handleDOMEvents: { keydown: (_view, event) => event.key === 'Tab' && !isComposing(event) },
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      },
    },
    [fragment],
  )
  // At once, not some frames later as Tiptap would: whoever types on must not type commands to the board. Not in a layout
  // effect: Tiptap may still replace an editor that took long to draw, and that would count as leaving the text.
  useEffect(() => {
    if (!autoFocus || editor.isDestroyed) return
    const { tr, doc } = editor.state
    editor.view.dispatch(tr.setSelection(Selection.atEnd(doc)))
    editor.view.focus()
    const typed = takeTypedAhead()
    if (typed !== '') editor.view.dispatch(editor.state.tr.insertText(typed))
  }, [editor, autoFocus])
  return <EditorContent editor={editor} />
}

interface Acts {
  current: {
    onDone: (() => void) | undefined
    onNext: (() => void) | undefined
    history: { undo(): unknown; redo(): unknown }
  }
}

/** Keys that leave the text or reach beyond it; none of them acts on a key press that belongs to an input method. */
function boardKeys(acts: Acts) {
  const unlessComposing = (act: () => unknown) => (): boolean => {
    const event = window.event
    if (event instanceof KeyboardEvent && isComposing(event)) return false
    return act() !== false
  }
  return Extension.create({
    name: 'boardKeys',
    priority: 1000,
    addKeyboardShortcuts() {
      return {
        Escape: unlessComposing(() => {
          if (!acts.current.onDone) return false
          acts.current.onDone()
          return true
        }),
        'Mod-Enter': unlessComposing(() => (acts.current.onNext ?? acts.current.onDone)?.()),
        // Taken outside lists too: a browser would leave the page.
        'Mod-]': () => this.editor.commands.sinkListItem('listItem') || true,
        'Mod-[': () => this.editor.commands.liftListItem('listItem') || true,
        'Mod-z': unlessComposing(() => acts.current.history.undo()),
        'Mod-Shift-z': unlessComposing(() => acts.current.history.redo()),
        'Mod-y': unlessComposing(() => acts.current.history.redo()),
      }
    },
  })
}
