import { useWords } from '../app/wordsContext.tsx'
import type { Written } from './useDocument.ts'

/** More than anybody reads in a dialog, and less than what makes typing beside it slow. */
const longest = 60_000

/** The document as it will be: formatted text as it will paste, everything else as it is written. */
export function Preview({ written, formatted }: { written: Written | null; formatted: boolean }) {
  const { t } = useWords()
  const label = t('documents.dialog.preview')
  if (!written) return <div className="k-doc-preview" aria-busy="true" />
  const { text, context } = written
  if (formatted && text.length <= longest) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <section className="k-doc-preview k-doc-rich" lang={context.language} aria-label={label} tabIndex={0}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by our own format, in which all typed text is escaped ([EX86]) */}
        <div dangerouslySetInnerHTML={{ __html: text }} />
      </section>
    )
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="k-doc-preview" lang={context.language} aria-label={label} tabIndex={0}>
        <pre data-testid="document-preview">{text.slice(0, longest).replace(/^\ufeff/, '')}</pre>
      </section>
      {text.length > longest && <p className="k-hint">{t('documents.dialog.tooLong', { count: longest })}</p>}
    </>
  )
}
