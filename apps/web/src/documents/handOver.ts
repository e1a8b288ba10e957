import { clipboardOf } from '@kintsugi/exchange/formats'
import type { Written } from './useDocument.ts'

/** What came of copying: with its formatting, as words only, or not at all. */
export type Copied = 'rich' | 'plain' | 'failed'

async function plainly(text: string): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(text)
    return 'plain'
  } catch {
    return 'failed'
  }
}

export async function copyText({ text }: Written): Promise<Copied> {
  return plainly(text)
}

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
    return plainly(text)
  }
}

export function download({ text, fileName, mediaType }: Written): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${mediaType};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser has taken the address over by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** The server's page of the document, in a tab of its own, with the printing dialog over it; false where that is forbidden. */
export function openForPrinting(path: string): boolean {
  const tab = window.open(path, '_blank')
  if (!tab) return false
  tab.addEventListener('load', () => tab.print())
  return true
}
