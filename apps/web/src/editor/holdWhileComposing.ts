import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'

/** ProseMirror takes the last of a composition out of the DOM a moment after it has ended. */
const settleMs = 90

interface Hold {
  binding: ProsemirrorBinding
  /** The text as it was, the part of it that is being composed over, and the same part as Yjs names it. */
  base: Node
  from: number
  to: number
  start: unknown
  end: unknown
  touched: boolean
  onRemote: () => void
}

/**
 * While an input method composes, nobody else's edit enters the text (drawing it would tear the half-typed word apart),
 * and the half-typed word does not leave. Afterwards the word is put where it was meant, in the text as it has become.
 */
export const HoldWhileComposing = Extension.create({
  name: 'holdWhileComposing',
  addProseMirrorPlugins() {
    let hold: Hold | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = (view: EditorView): void => {
      clearTimeout(timer)
      const held = hold
      hold = null
      if (held) release(view, held)
    }
    return [
      new Plugin({
        view: (view) => ({ destroy: () => settle(view) }),
        props: {
          handleDOMEvents: {
            compositionstart(view) {
              // The next clause begins before the last one has settled: it is one composition.
              clearTimeout(timer)
              hold ??= take(view)
              return false
            },
            compositionend(view) {
              clearTimeout(timer)
              timer = setTimeout(() => settle(view), settleMs)
              return false
            },
            blur(view) {
              settle(view)
              return false
            },
          },
        },
      }),
    ]
  },
})

function take(view: EditorView): Hold | null {
  const binding: ProsemirrorBinding | undefined = ySyncPluginKey.getState(view.state)?.binding
  if (!binding) return null
  const { from, to } = view.state.selection
  const hold: Hold = {
    binding,
    base: view.state.doc,
    from,
    to,
    start: absolutePositionToRelativePosition(from, binding.type, binding.mapping),
    end: absolutePositionToRelativePosition(to, binding.type, binding.mapping),
    touched: false,
    onRemote: () => {
      hold.touched = true
    },
  }
  binding.type.unobserveDeep(binding._observeFunction)
  binding.type.observeDeep(hold.onRemote)
  binding._prosemirrorChanged = () => undefined
  return hold
}

function release(view: EditorView, hold: Hold): void {
  const { binding, base, from, to } = hold
  binding.type.unobserveDeep(hold.onRemote)
  binding.type.observeDeep(binding._observeFunction)
  // Back to the class' own method.
  Reflect.deleteProperty(binding, '_prosemirrorChanged')
  const composed = view.state.doc
  if (composed.eq(base) && !hold.touched) return
  if (!hold.touched) {
    binding.mux(() => binding._prosemirrorChanged(composed))
    return
  }
  const typed = composed.slice(from, Math.max(from, composed.content.size - (base.content.size - to)))
  binding._forceRerender()
  if (composed.eq(base)) return
  const at = (position: unknown, otherwise: number): number =>
    relativePositionToAbsolutePosition(binding.doc, binding.type, position, binding.mapping) ??
    Math.min(otherwise, view.state.doc.content.size)
  const start = at(hold.start, from)
  const end = Math.max(start, at(hold.end, to))
  const change = view.state.tr.replace(start, end, typed)
  change.setSelection(TextSelection.near(change.doc.resolve(start + typed.size)))
  view.dispatch(change)
}
