import { writeText } from '@kintsugi/board'
import { plainTextOf, type RichText } from '@kintsugi/model'
import { Button } from '@kintsugi/ui'
import { usualRules } from '@kintsugi/words'
import { useWords } from '../app/wordsContext.tsx'
import { useBoard, useSession, useWritable } from '../board/boardContext.tsx'
import { RichField } from '../editor/RichField.tsx'

const field = { part: 'incident', field: 'groundRules' } as const

const listOf = (lines: readonly string[]): RichText => ({
  type: 'doc',
  content: [
    {
      type: 'bulletList',
      content: lines.map((text) => ({
        type: 'listItem',
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      })),
    },
  ],
})

/** The team's own ground rules; where there are none the usual ones hold. */
export function RulesField() {
  const { t } = useWords()
  const { board } = useSession()
  const value = useBoard((s) => s.incident.groundRules)
  const disabled = !useWritable()
  return (
    <div className="k-field">
      <RichField
        label={t('practice.rules.own')}
        text={field}
        value={value}
        placeholder={t('practice.rules.ownHint')}
        disabled={disabled}
      />
      {!disabled && plainTextOf(value) === '' && (
        <Button
          look="quiet"
          className="self-start"
          data-testid="rules-from-usual"
          onClick={() => writeText(board, field, listOf(usualRules(t)))}
        >
          {t('practice.rules.startFromUsual')}
        </Button>
      )}
    </div>
  )
}
