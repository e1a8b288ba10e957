import { limits } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { FileText } from 'lucide-react'
import { type ClipboardEvent, useId, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import type { Source } from './reader/messages.ts'

/** What the person has given: words in the field, or something too large for one. */
export interface Given {
  text: string
  /** A file, or a long paste: a text field with a hundred thousand lines in it stands still for seconds. */
  held: { source: Source; size: number; lines: number | null } | null
}

/** Characters from which a paste is held beside the text field instead of laid out in it. */
export const fieldSize = 20_000

export type SourceTrouble =
  | { code: 'tooBig' | 'textTooBig'; size: string; limit: string }
  | { code: 'several'; name: string }

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

/** Why so many bytes are not taken; null where they are. */
export function sizeTrouble(code: 'tooBig' | 'textTooBig', bytes: number): SourceTrouble | null {
  if (bytes <= limits.importBytes) return null
  return { code, size: megabytes(bytes), limit: megabytes(limits.importBytes) }
}
export async function heldFile(file: File): Promise<NonNullable<Given['held']>> {
  const bytes = await file.arrayBuffer()
  return { source: { bytes, fileName: file.name }, size: file.size, lines: null }
}
export function heldText(text: string): NonNullable<Given['held']> {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return { source: { text, fileName: '' }, size: new Blob([text]).size, lines }
}

export interface ImportSourceProps {
  given: Given
  onChange: (given: Given) => void
  onTrouble: (trouble: SourceTrouble | null) => void
  /** Something was given that is read at once. */
  onHeld: (held: NonNullable<Given['held']>) => void
}

export function ImportSource({ given, onChange, onTrouble, onHeld }: ImportSourceProps) {
  const { t } = useWords()
  const id = useId()
  const [over, setOver] = useState(false)

  /**
   * Taken over from the browser: a text field with 50 MB in it stands still for minutes, and asking for the words at
   * once holds up the page for as long as they take to arrive.
   */
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const field = event.currentTarget
    const words = [...event.clipboardData.items].find(({ type }) => type === 'text/plain')
    if (words === undefined) return
    event.preventDefault()
    words.getAsString((pasted) => {
      const { value, selectionStart, selectionEnd } = field
      if (value.length + pasted.length > fieldSize)
        setTimeout(take, 0, value.slice(0, selectionStart) + pasted + value.slice(selectionEnd))
      // The one way to write in a field that its own undo knows of.
      else document.execCommand('insertText', false, pasted)
    })
  }
  const take = (text: string): void => {
    const held = heldText(text)
    const trouble = sizeTrouble('textTooBig', held.size)
    onTrouble(trouble)
    if (trouble === null) onHeld(held)
  }
  const takeFiles = async (files: FileList | null): Promise<void> => {
    const [file] = files ?? []
    if (!file) return
    const trouble = sizeTrouble('tooBig', file.size)
    onTrouble(trouble ?? ((files?.length ?? 0) > 1 ? { code: 'several', name: file.name } : null))
    if (trouble === null) onHeld(await heldFile(file))
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-[13.5px] text-soft">{t('importing.about')}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file button and the text field do the same */}
      <div
        className="k-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const text = event.dataTransfer.getData('text/plain')
          if (event.dataTransfer.files.length > 0) void takeFiles(event.dataTransfer.files)
          else if (text !== '') take(text)
        }}
      >
        {given.held ? (
          <div className="k-held" data-testid="import-held">
            <FileText size={20} aria-hidden="true" />
            <p>
              <b>{given.held.source.fileName || t('importing.given.pasted')}</b>
              <span>
                {given.held.lines !== null && `${t('importing.given.lines', { count: given.held.lines })} · `}
                {t('importing.given.size', { size: megabytes(given.held.size) })}
              </span>
            </p>
            <Button look="quiet" onClick={() => onChange({ ...given, held: null })}>
              {t('importing.given.remove')}
            </Button>
          </div>
        ) : (
          <>
            <label htmlFor={`${id}-text`} className="sr-only">
              {t('importing.paste')}
            </label>
            <textarea
              id={`${id}-text`}
              rows={11}
              placeholder={t('importing.paste')}
              data-testid="import-text"
              value={given.text}
              onPaste={paste}
              onChange={(event) => {
                onTrouble(null)
                onChange({ ...given, text: event.target.value })
              }}
            />
          </>
        )}
        <p>
          <FileText size={15} aria-hidden="true" />
          {t('importing.drop')}
          <label className="k-file">
            <input
              type="file"
              className="sr-only"
              accept=".md,.markdown,.txt,.csv,.tsv,.json,.log,text/*"
              data-testid="import-file"
              onChange={(event) => void takeFiles(event.target.files)}
            />
            {t('importing.pick')}
          </label>
        </p>
      </div>
    </div>
  )
}
