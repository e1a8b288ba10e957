import { Bowl, CrackIcon } from '@kintsugi/ui'
import { Clock, SquareCheck, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../app/wordsContext.tsx'

const steps = [
  ['timeline', <Clock key="i" size={20} strokeWidth={1.6} />],
  ['causes', <CrackIcon key="i" size={20} />],
  ['kpt', <StickyNote key="i" size={20} strokeWidth={1.6} />],
  ['actions', <SquareCheck key="i" size={20} strokeWidth={1.6} />],
] as const

/** Nothing here yet: what this is for, and one click to begin. */
export function FirstSteps({ children }: { children: ReactNode }) {
  const { t } = useWords()
  return (
    <div className="k-first">
      <Bowl size={84} />
      <h1>{t('app.home.emptyTitle')}</h1>
      <p>{t('app.home.emptyAbout')}</p>
      <div className="k-first-acts">{children}</div>
      <ol>
        {steps.map(([name, icon]) => (
          <li key={name}>
            {icon}
            <b>{t(`app.home.steps.${name}.name`)}</b>
            <span>{t(`app.home.steps.${name}.about`)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
