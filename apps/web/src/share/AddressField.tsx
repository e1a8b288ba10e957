import { Button } from '@kintsugi/ui'
import { Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { copyText } from '../app/clipboard.ts'
import { useWords } from '../app/wordsContext.tsx'

export interface AddressFieldProps {
  label: string
  address: string
  testId?: string
}
/** An address to be passed on: one click copies it, and where a browser does not, it stands selected. */
export function AddressField({ label, address, testId }: AddressFieldProps) {
  const { t } = useWords()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    const done = await copyText(address)
    if (!done) field.current?.select()
    setSaid(t(done ? 'share.invite.copied' : 'share.invite.byHand'))
  }
  return (
    <div className="k-field">
      <label htmlFor={id} className="k-label">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id={id}
          className="k-input min-w-0 flex-1"
          value={address}
          readOnly
          spellCheck={false}
          data-testid={testId}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>
          <Copy size={14} aria-hidden="true" />
          {t('share.invite.copy')}
        </Button>
      </div>
      <p className="k-hint" role="status">
        {said}
      </p>
    </div>
  )
}
