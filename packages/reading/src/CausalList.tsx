import { type CausalBranch, causalTree } from '@kintsugi/analysis'
import type { Cause } from '@kintsugi/model'
import type { ReactNode } from 'react'
import { isDrawn } from './CausalFigure.tsx'
import { InlineText, LinkText } from './RichTextView.tsx'
import type { Reading } from './reading.ts'
import { timeOf } from './reading.ts'

/** The graph in words: every cause once, below what it explains, with its gold, its evidence and its answers. */
export function CausalList({ reading }: { reading: Reading }): ReactNode {
  return (
    <details className="causal-list" open={!isDrawn(reading)}>
      <summary>{reading.t('reading.causesAsList')}</summary>
      <ul>
        {causalTree(reading.snapshot).map((branch) => (
          <Branch key={branch.id} branch={branch} reading={reading} />
        ))}
      </ul>
    </details>
  )
}

function Branch({ branch, reading }: { branch: CausalBranch; reading: Reading }): ReactNode {
  const { t } = reading
  const cause = reading.causes.get(branch.id)
  if (!cause) return null
  if (branch.repeated) {
    return (
      <li>
        <a href={`#cause-${cause.id}`}>
          <CauseText cause={cause} reading={reading} words={LinkText} />
        </a>{' '}
        <span className="actor">{t('reading.toldElsewhere')}</span>
      </li>
    )
  }
  return (
    <li id={`cause-${cause.id}`}>
      <CauseText cause={cause} reading={reading} /> <CauseTags cause={cause} reading={reading} />
      <CauseFacts cause={cause} reading={reading} />
      {branch.causes.length === 0 ? null : (
        <>
          <p className="because">
            {t(
              cause.operator === 'and' && branch.causes.length > 1 ? 'reading.becauseAll' : 'reading.because',
            )}
          </p>
          <ul>
            {branch.causes.map((behind) => (
              <Branch key={behind.id} branch={behind} reading={reading} />
            ))}
          </ul>
        </>
      )}
    </li>
  )
}

export function CauseText({
  cause,
  reading,
  words: Words = InlineText,
}: {
  cause: Cause
  reading: Reading
  words?: typeof InlineText
}): ReactNode {
  if (cause.text.content.length === 0) return reading.t('reading.whyOpen')
  const words = <Words text={cause.text} />
  return cause.certainty === 'refuted' ? <s>{words}</s> : words
}

function CauseTags({ cause, reading: { t, cover } }: { cause: Cause; reading: Reading }): ReactNode {
  const state = cover.byCause[cause.id] ?? 'bare'
  return (
    <>
      <span className="tag">{t(`terms.causeKind.${cause.kind}`)}</span>
      {cause.layer ? <span className="tag">{t(`terms.causeLayer.${cause.layer}`)}</span> : null}
      {cause.certainty === 'confirmed' ? null : (
        <span className="tag doubtful">{t(`terms.causeCertainty.${cause.certainty}`)}</span>
      )}
      {cover.counted.includes(cause.id) ? (
        <span className={`tag cover ${state}`}>{t(`terms.cover.${state}`)}</span>
      ) : null}
    </>
  )
}

function CauseFacts({ cause, reading }: { cause: Cause; reading: Reading }): ReactNode {
  const { t, entries, actions } = reading
  const evidence = reading.linkedTo('evidence', cause.id).flatMap((id) => entries.get(id) ?? [])
  const answers = reading.linkedTo('answers', cause.id).flatMap((id) => actions.get(id) ?? [])
  const live = answers.filter(({ status }) => status !== 'dropped')
  if (evidence.length + live.length === 0 && cause.acceptedRisk === '') return null
  return (
    <ul className="cause-facts">
      {evidence.length === 0 ? null : (
        <li>
          {t('reading.evidenceFrom')}
          {t('reading.colon')}
          {evidence.map((entry, i) => (
            <span key={entry.id}>
              {i > 0 ? t('reading.comma') : null}
              <a href={`#entry-${entry.id}`}>
                {timeOf(reading, entry)} <LinkText text={entry.text} />
              </a>
            </span>
          ))}
        </li>
      )}
      {live.length === 0 ? null : (
        <li>
          {t('reading.answeredBy')}
          {t('reading.colon')}
          {live.map((action, i) => (
            <span key={action.id}>
              {i > 0 ? t('reading.comma') : null}
              <a href={`#action-${action.id}`}>
                <LinkText text={action.text} />
              </a>
            </span>
          ))}
        </li>
      )}
      {cause.acceptedRisk === '' ? null : <li>{t('reading.accepted', { reason: cause.acceptedRisk })}</li>}
    </ul>
  )
}
