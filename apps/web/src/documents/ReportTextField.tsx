import type { ReportText } from '@kintsugi/model'
import { Button, Chip, TextField } from '@kintsugi/ui'
import { RotateCcw } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'

export interface ReportTextFieldProps {
  name: ReportText
  heading: string
  /** What a person wrote; null: the text follows the board. */
  own: string | null
  derived: string
  writable: boolean
  onWrite: (text: string | null) => void
}

/** One text of a report: it follows the board until somebody rewrites it, and can follow it again. */
export function ReportTextField({ name, heading, own, derived, writable, onWrite }: ReportTextFieldProps) {
  const { t } = useWords()
  const text = own ?? derived
  const rows = name === 'headline' ? 1 : Math.min(9, Math.max(2, text.split('\n').length + 1))
  return (
    <div className="k-report-text">
      <div className="k-report-state">
        <Chip {...(own === null ? {} : { look: 'gold' as const })}>
          {t(own === null ? 'report.dialog.follows' : 'report.dialog.own')}
        </Chip>
        {own !== null && writable && (
          <Button look="quiet" data-testid={`report-reset-${name}`} onClick={() => onWrite(null)}>
            <RotateCcw size={13} aria-hidden="true" />
            {t('report.dialog.reset')}
          </Button>
        )}
      </div>
      <TextField
        label={heading}
        value={text}
        rows={rows}
        maxLength={2000}
        disabled={!writable}
        testId={`report-${name}`}
        onCommit={(typed) => {
          onWrite(typed === derived ? null : typed)
          return undefined
        }}
      />
    </div>
  )
}
