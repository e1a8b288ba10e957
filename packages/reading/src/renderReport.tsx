import type { ReportPage as Report } from '@kintsugi/model'
import type { Language } from '@kintsugi/words'
import { renderToStaticMarkup } from 'react-dom/server'
import { ReportPage } from './ReportPage.tsx'
import { reportStyle } from './style/index.ts'

/** A report as a complete HTML document that prints on one A4 page: no script, nothing to load. */
export function renderReport(report: Report, language: Language): string {
  const head = renderToStaticMarkup(
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      <meta name="referrer" content="no-referrer" />
      <meta name="robots" content="noindex" />
      <title>{`${report.title} ${report.subject}`.trim()}</title>
    </>,
  )
  const body = renderToStaticMarkup(<ReportPage report={report} />)
  return `<!doctype html>\n<html lang="${language}"><head>${head}<style>${reportStyle}</style></head><body>${body}</body></html>\n`
}
