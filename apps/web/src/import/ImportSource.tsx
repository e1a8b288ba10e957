import { Button } from '@kintsugi/ui'
import { FileText } from 'lucide-react'
import { type ClipboardEvent, useId, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import type { Brought } from './brought.ts'
import { fieldSize, type Given, megabytes, type SourceTrouble, takeBrought } from './given.ts'

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
        setTimeout(take, 0, { text: value.slice(0, selectionStart) + pasted + value.slice(selectionEnd) })
      // The one way to write in a field that its own undo knows of.
      else document.execCommand('insertText', false, pasted)
    })
  }
  const take = async (brought: Brought, remark: SourceTrouble | null = null): Promise<void> => {
    const { trouble, held } = await takeBrought(brought)
    onTrouble(trouble ?? remark)
    if (held) onHeld(held)
  }
  const takeFiles = (files: FileList | null): void => {
    const [file, ...others] = files ?? []
    if (file) void take({ file }, others.length > 0 ? { code: 'several', name: file.name } : null)
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
          if (event.dataTransfer.files.length > 0) takeFiles(event.dataTransfer.files)
          else if (text !== '') void take({ text })
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
              onChange={(event) => {
                takeFiles(event.target.files)
                // The same one, changed meanwhile, can be chosen again.
                event.target.value = ''
              }}
            />
            {t('importing.pick')}
          </label>
        </p>
      </div>
    </div>
  )
}
