import { limits } from '@kintsugi/model'
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** A little below what the server takes: several people may write the last words at once. */
export const mostCharacters = limits.noteTextLength - 200

/** What would make a text too long for the server is not written in the first place, and that is said; others' words always come in. */
export const lengthLimit = (onFull: () => void) =>
  Extension.create({
    name: 'lengthLimit',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(transaction, { doc }) {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true
          const length = transaction.doc.textContent.length
          if (length <= mostCharacters || length <= doc.textContent.length) return true
          onFull()
          return false
        },
      }),
    ],
  })
