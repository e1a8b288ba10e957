import { Button } from '@kintsugi/ui'
import { Copy, Download, Printer } from 'lucide-react'
import { say } from '../app/toasts.tsx'
import { useWords } from '../app/wordsContext.tsx'
import { copyPlain, copyRich, download, openForPrinting } from './handOver.ts'
import type { Written } from './useDocument.ts'

/** What can be done with a finished document: copy, keep, print. */
export function HandOver({
  written,
  rich,
  page,
}: {
  written: Written | null
  rich: boolean
  page: string | null
}) {
  const { t } = useWords()
  const copy = async (one: Written): Promise<void> => {
    const done = await (rich ? copyRich(one) : copyPlain(one))
    if (done === 'failed') say(t('documents.dialog.copyFailed'), { look: 'alarm' })
    else say(t(rich && done === 'plain' ? 'documents.dialog.copiedPlain' : 'documents.dialog.copied'))
  }
  return (
    <>
      {page !== null && (
        <Button
          data-testid="document-print"
          onClick={() => {
            if (!openForPrinting(page)) say(t('documents.dialog.popupBlocked'), { look: 'alarm' })
          }}
        >
          <Printer size={15} aria-hidden="true" />
          {t('documents.dialog.print')}
        </Button>
      )}
      <Button
        disabled={!written}
        data-testid="document-download"
        onClick={() => written && download(written)}
      >
        <Download size={15} aria-hidden="true" />
        {t('documents.dialog.download')}
      </Button>
      <Button
        look="ink"
        disabled={!written}
        data-testid="document-copy"
        onClick={() => written && void copy(written)}
      >
        <Copy size={15} aria-hidden="true" />
        {t(rich ? 'documents.dialog.copyRich' : 'documents.dialog.copy')}
      </Button>
    </>
  )
}
