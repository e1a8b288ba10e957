import type { RootContent } from 'mdast'
import { heading, linesOf, list, paragraph, strong, textNode, words } from './document/nodes.ts'
import type { Format } from './format.ts'
import { markdownOf } from './markdown.ts'
import { reportPageOf } from './report/page.ts'

export const reportMarkdown = {
  name: 'reportMarkdown',
  mediaType: 'text/markdown',
  extension: 'md',
  write(snapshot, context) {
    const page = reportPageOf(snapshot, context)
    const colon = context.words('documents.colon')
    const labelled = (label: string, value: string) => ({
      type: 'paragraph' as const,
      children: [strong(label), textNode(colon), ...words(value)],
    })
    const said = (text: string): RootContent => {
      const lines = text.split('\n').filter((line) => line.trim() !== '')
      return lines.length > 1
        ? list(lines.map((line) => [{ type: 'paragraph', children: words(line) }]))
        : paragraph(linesOf(text))
    }
    const head = [page.to, page.asOf, page.from].filter((line) => line !== '')
    return markdownOf({
      type: 'root',
      children: [
        heading(1, page.title),
        ...head.map((line) => paragraph([textNode(line)])),
        list([
          [labelled(page.subjectLabel, page.subject)],
          ...page.facts.map(({ label, value }) => [labelled(label, value)]),
        ]),
        ...page.texts.flatMap(({ heading: title, text }) => [heading(2, title), said(text)]),
        ...(page.closing === '' ? [] : [paragraph([textNode(page.closing)])]),
      ],
    })
  },
} satisfies Format
