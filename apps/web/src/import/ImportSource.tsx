import { limits } from '@kintsugi/model'
import { FileText } from 'lucide-react'
import { type ClipboardEvent, useId, useMemo, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'

export interface Source {
  text: string
  fileName: string
  zone: string
  date: string
}
export interface ImportSourceProps {
  source: Source
  disabled: boolean
  onChange: (source: Source) => void
  onTrouble: (sentence: string | null) => void
}

export function ImportSource({ source, disabled, onChange, onTrouble }: ImportSourceProps) {
  const { t } = useWords()
  const id = useId()
  const [over, setOver] = useState(false)
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')], [])

  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
  const tooBig = (what: 'tooBig' | 'textTooBig', bytes: number): boolean => {
    if (bytes <= limits.importBytes) return false
    onTrouble(t(`dialogs.import.${what}`, { size: megabytes(bytes), limit: megabytes(limits.importBytes) }))
    return true
  }
  /** Refused before the browser lays it out: a text field with 50 MB in it stands still for minutes. */
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const kept = [value.slice(0, selectionStart), value.slice(selectionEnd)]
    const pasted = event.clipboardData.getData('text/plain')
    if (tooBig('textTooBig', new Blob([...kept, pasted]).size)) event.preventDefault()
  }
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || tooBig('tooBig', file.size)) return
    try {
      // A file that is no text is told by its bytes, not by its name.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
      if (text.includes('\0')) throw new TypeError('binary')
      onTrouble(null)
      onChange({ ...source, text, fileName: file.name })
    } catch {
      onTrouble(t('dialogs.import.notText'))
    }
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-[13.5px] text-soft">{t('dialogs.import.about')}</p>
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
          void take(event.dataTransfer.files[0])
        }}
      >
        <label htmlFor={`${id}-text`} className="sr-only">
          {t('dialogs.import.paste')}
        </label>
        <textarea
          id={`${id}-text`}
          rows={11}
          disabled={disabled}
          placeholder={t('dialogs.import.paste')}
          data-testid="import-text"
          value={source.text}
          onPaste={paste}
          onChange={(event) => {
            onTrouble(null)
            onChange({ ...source, text: event.target.value })
          }}
        />
        <p>
          <FileText size={15} aria-hidden="true" />
          {source.fileName === ''
            ? t('dialogs.import.drop')
            : t('dialogs.import.fileIs', { name: source.fileName })}
          <label className="k-file">
            <input
              type="file"
              className="sr-only"
              accept=".md,.markdown,.txt,.csv,.tsv,.json,.log,text/*"
              data-testid="import-file"
              disabled={disabled}
              onChange={(event) => void take(event.target.files?.[0])}
            />
            {t('dialogs.import.pick')}
          </label>
        </p>
      </div>
      <div className="grid grid-cols-2 gap-3">
        <div className="k-field">
          <label className="k-label" htmlFor={`${id}-zone`}>
            {t('dialogs.import.zone')}
          </label>
          <input
            id={`${id}-zone`}
            className="k-input"
            list={`${id}-zones`}
            value={source.zone}
            disabled={disabled}
            data-testid="import-zone"
            onChange={(event) => onChange({ ...source, zone: event.target.value })}
          />
          <datalist id={`${id}-zones`}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <p className="k-hint">{t('dialogs.import.zoneHint')}</p>
        </div>
        <div className="k-field">
          <label className="k-label" htmlFor={`${id}-date`}>
            {t('dialogs.import.date')}
          </label>
          <input
            id={`${id}-date`}
            type="date"
            className="k-input"
            value={source.date}
            disabled={disabled}
            data-testid="import-date"
            onChange={(event) => onChange({ ...source, date: event.target.value })}
          />
        </div>
      </div>
    </div>
  )
}
