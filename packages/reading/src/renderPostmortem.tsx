import type { BoardSnapshot } from '@kintsugi/model'
import type { Language } from '@kintsugi/words'
import { renderToStaticMarkup } from 'react-dom/server'
import { type ReadLive, refreshSeconds } from './LiveBar.tsx'
import { titleOf } from './Masthead.tsx'
import { Page } from './Page.tsx'
import { openReading, type ReadLinks, type ReadRevision } from './reading.ts'
import { pageStyle } from './style/index.ts'

/**
 * A complete HTML document: one request, no script, no font, no image. `revision` null: a draft, and it says so.
 * `live`: it follows its board, by one script where the browser runs any and by reloading itself where not.
 */
export function renderPostmortem({
  snapshot,
  revision,
  links = {},
  live = null,
  language,
}: {
  snapshot: BoardSnapshot
  revision: ReadRevision | null
  links?: ReadLinks
  live?: (ReadLive & { script: string }) | null
  language: Language
}): string {
  const reading = openReading(snapshot, language, { revision, links })
  const head = renderToStaticMarkup(
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <meta name="generator" content="Kintsugi" />
      <title>{titleOf(reading)}</title>
      {live === null ? null : (
        <>
          <noscript>
            <meta httpEquiv="refresh" content={`${refreshSeconds};url=?again=1&lang=${language}`} />
          </noscript>
          <script src={live.script} defer />
        </>
      )}
    </>,
  )
  const body = renderToStaticMarkup(<Page reading={reading} live={live} />)
  return `<!doctype html>\n<html lang="${language}"><head>${head}<style>${pageStyle}</style></head><body>${body}</body></html>\n`
}
