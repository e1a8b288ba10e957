import { smallGroup } from '@kintsugi/model'
import { Dialog } from '@kintsugi/ui/overlays'
import { anonymityText } from '@kintsugi/words'
import { ExternalLink } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'

/** What anonymity does not hide. The server has the same words as a page of its own. */
export function AboutAnonymity({ onClose }: { onClose: () => void }) {
  const { t, language } = useWords()
  const { lead, limits, holds } = anonymityText(t, smallGroup)
  return (
    <Dialog title={t('anonymity.title')} closeLabel={t('anonymity.close')} width={640} onClose={onClose}>
      <div className="k-anonymity" data-testid="anonymity">
        <p>{lead}</p>
        <h3>{t('anonymity.limitsTitle')}</h3>
        <dl>
          {limits.map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <h3>{t('anonymity.holdsTitle')}</h3>
        <ul>
          {holds.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p>
          <a href={`/about-anonymity?lang=${language}`} target="_blank" rel="noopener noreferrer">
            {t('anonymity.ownPage')} <ExternalLink size={13} aria-hidden="true" />
          </a>
        </p>
      </div>
    </Dialog>
  )
}
