import { clipboardOf } from '@kintsugi/exchange/formats'
import { copyText } from '../app/clipboard.ts'
import { saveAs } from '../app/saveAs.ts'
import type { Written } from './useDocument.ts'

/** What came of copying: with its formatting, as words only, or not at all. */
export type Copied = 'rich' | 'plain' | 'failed'

const plainly = async (text: string): Promise<Copied> => ((await copyText(text)) ? 'plain' : 'failed')

export const copyPlain = ({ text }: Written): Promise<Copied> => plainly(text)

/** Both sides at once: editors take the HTML, everything else the words. */
export async function copyRich({ snapshot, context }: Written): Promise<Copied> {
  const { html, text } = clipboardOf(snapshot, context)
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write) return plainly(text)
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      }),
    ])
    return 'rich'
  } catch {
    // Some browsers have the kind of clipboard and refuse the HTML; the words may still pass.
    return plainly(text)
  }
}

export const download = ({ text, fileName, mediaType }: Written): void => saveAs(fileName, text, mediaType)

/** The server's page of the document, in a tab of its own, with the printing dialog over it; false where that is forbidden. */
export function openForPrinting(path: string): boolean {
  const tab = window.open(path, '_blank')
  if (!tab) return false
  tab.addEventListener('load', () => tab.print())
  return true
}
