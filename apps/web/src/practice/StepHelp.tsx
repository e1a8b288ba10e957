import type { StepProgress } from '@kintsugi/analysis'
import { IconButton } from '@kintsugi/ui'
import { Check, Copy, Minus } from 'lucide-react'
import { copyText } from '../app/clipboard.ts'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'

/** What the step asks for and what of it is there, and how a facilitator can open it. Nothing of it bars the way. */
export function StepHelp({ progress: { step, checks } }: { progress: StepProgress }) {
  const { t } = useWords()
  const sentence = t(`conduct.say.${step}`)
  const copy = async (): Promise<void> => {
    say(t((await copyText(sentence)) ? 'conduct.help.copied' : 'conduct.help.copyFailed'))
  }
  return (
    <div className="k-step-help" data-testid="step-help">
      <section>
        <h3>{t('conduct.help.checklist')}</h3>
        <ul>
          {checks.map(({ hint, isDone }) => (
            <li key={hint} data-done={isDone} data-testid="step-check">
              {isDone ? (
                <Check size={13} strokeWidth={3} aria-hidden="true" />
              ) : (
                <Minus size={13} aria-hidden="true" />
              )}
              <span>{t(`conduct.checks.${hint}` as 'conduct.checks.ownerMissing')}</span>
              <span className="sr-only">{t(isDone ? 'conduct.help.done' : 'conduct.help.missing')}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('conduct.help.say')}</h3>
        <div className="k-say">
          <q data-testid="step-sentence">{sentence}</q>
          <IconButton
            label={t('conduct.help.copy')}
            side="end"
            data-testid="copy-sentence"
            onClick={() => void copy()}
          >
            <Copy size={14} />
          </IconButton>
        </div>
      </section>
    </div>
  )
}
