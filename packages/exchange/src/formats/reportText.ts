import type { Format } from './format.ts'
import { reportPageOf } from './report/page.ts'

/** How wide a string stands in a fixed-width letter: ideographs take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, sign) =>
      width +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/.test(sign) ? 2 : 1),
    0,
  )

/** For the body of an e-mail: plain lines, nothing that needs a font or a table. */
export const reportText = {
  name: 'reportText',
  mediaType: 'text/plain',
  extension: 'txt',
  write(snapshot, context) {
    const page = reportPageOf(snapshot, context)
    const widest = Math.max(0, ...page.facts.map(({ label }) => widthOf(label)))
    const facts = page.facts.map(
      ({ label, value }) =>
        `${label}${' '.repeat(widest - widthOf(label))}${context.words('documents.colon')}${value}`,
    )
    const ja = context.language === 'ja'
    const texts = page.texts.map(
      ({ heading, text }, i) => `${ja ? `■ ${heading}` : `${i + 1}. ${heading}`}\n${text}`,
    )
    const head = [page.title, page.asOf, [page.to, page.from].filter((name) => name !== '').join('\n')]
    const subject = `${page.subjectLabel}${context.words('documents.colon')}${page.subject}`
    return `${[...head, subject, facts.join('\n'), ...texts, page.closing]
      .filter((block) => block !== '')
      .join('\n\n')}\n`
  },
} satisfies Format
