import type { Instant } from '@kintsugi/model'
import { TextField } from '@kintsugi/ui'
import { useWords } from '../app/wordsContext.tsx'
import { momentIn, typedMoment } from './typedMoment.ts'

export interface AsOfFieldProps {
  value: Instant | null
  zone: string
  writable: boolean
  onWrite: (at: Instant | null) => void
}

/** Of when a report speaks; what happened later is not in it. */
export function AsOfField({ value, zone, writable, onWrite }: AsOfFieldProps) {
  const { t } = useWords()
  return (
    <TextField
      label={t('report.dialog.asOf')}
      hint={t('report.dialog.asOfHint', { zone })}
      value={value === null ? '' : momentIn(value, zone)}
      disabled={!writable}
      testId="report-as-of"
      onCommit={(typed) => {
        const at = typedMoment(typed, zone)
        if (at === undefined) return t('report.dialog.asOfBad')
        onWrite(at)
        return undefined
      }}
    />
  )
}
