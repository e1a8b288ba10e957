import { Button } from '@kintsugi/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'

export interface SureProps {
  /** What the button is before it is pressed. */
  label: ReactNode
  /** The same act in words that leave no doubt. */
  sure: string
  back: string
  onSure: () => void
  disabled?: boolean
  testId: string
}
/** An act that cannot be taken back: pressed once it asks, in place. */
export function Sure({ label, sure, back, onSure, disabled = false, testId }: SureProps) {
  const [asking, setAsking] = useState(false)
  const host = useRef<HTMLSpanElement>(null)
  const was = useRef(false)
  // The pressed button is gone: the focus goes to what stands in its place.
  useEffect(() => {
    if (was.current !== asking) host.current?.querySelector('button')?.focus()
    was.current = asking
  }, [asking])
  return (
    <span ref={host} className="k-round-sure">
      {asking ? (
        <>
          <Button look="quiet" onClick={() => setAsking(false)}>
            {back}
          </Button>
          <Button
            look="alarm"
            disabled={disabled}
            data-testid={`${testId}-sure`}
            onClick={() => {
              setAsking(false)
              onSure()
            }}
          >
            {sure}
          </Button>
        </>
      ) : (
        <Button disabled={disabled} data-testid={testId} onClick={() => setAsking(true)}>
          {label}
        </Button>
      )}
    </span>
  )
}
