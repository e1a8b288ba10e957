import type { Mark, Problem } from '@kintsugi/model'
import { Parser } from 'htmlparser2'
import { problemAt } from '../markdown/clockwork.ts'
import { PageText, pageLimits } from './pageText.ts'

/** What is never text: programs, styles, drawings, other pages inside this one, what is not shown. */
const unread = new Set(
  'script style noscript template svg math iframe frame object embed canvas audio video select textarea button title'.split(
    ' ',
  ),
)
const tagsOf: [Mark['type'], string][] = [
  ['bold', 'b strong'],
  ['italic', 'i em'],
  ['strike', 's del strike'],
  ['code', 'code kbd tt'],
]
const markOf = new Map(tagsOf.flatMap(([type, tags]) => tags.split(' ').map((tag) => [tag, type] as const)))
const safe = /^(?:https?:\/\/|mailto:)\S+$/i
/** Addresses that would run or read something; a path or an anchor of the page itself is none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them before a scheme
const schemed = /^[\s\u0000-\u001f]*[a-z][a-z0-9+.-]*:/i
const paragraphs = new Set(
  'p div section article header footer main aside nav address figure figcaption dt dd caption form fieldset hr body'.split(
    ' ',
  ),
)

export interface Page {
  text: PageText
  title: string
  problems: Problem[]
  /** The page was nested too deep to be read to its end. */
  abandoned: boolean
}

/** The words of a page with their headings, lists, tables and safe links. Nothing of it is run, loaded or kept as HTML. */
export function readPage(html: string): Page {
  const text = new PageText()
  const problems: Problem[] = []
  const marks: (Mark | null)[] = []
  let skipping = 0
  let preformatted = 0
  let title = ''
  let inTitle = false
  /** Marks in force, one of a kind: however many tags say the same. */
  const open = new Map<Mark['type'], Mark[]>()
  const active = (): Mark[] => [...open.values()].flatMap((same) => same.at(-1) ?? [])
  const opened = (type: Mark['type']): Mark[] => {
    const same = open.get(type) ?? []
    open.set(type, same)
    return same
  }
  const linkOf = (href: string | undefined): Mark | null => {
    if (href === undefined) return null
    if (safe.test(href.trim())) return { type: 'link', attrs: { href: href.trim() } }
    if (schemed.test(href))
      problems.push(problemAt(text.line, 'linkRefused', { text: href.trim().slice(0, 80) }))
    return null
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      const mark = markOf.get(name)
      const made = name === 'a' ? linkOf(attributes.href) : mark ? { type: mark } : null
      marks.push(made)
      if (made) opened(made.type).push(made)
      if (unread.has(name)) skipping++
      inTitle = name === 'title' && title === ''
      if (skipping > 0) return
      if (name === 'br') text.add('\f', [])
      else if (/^h[1-6]$/.test(name)) text.openHeading(Number(name.charAt(1)))
      else if (name === 'ul' || name === 'ol') text.openList(name === 'ol')
      else if (name === 'li') text.openItem()
      else if (name === 'blockquote') text.openQuote()
      else if (name === 'table') text.openTable()
      else if (name === 'tr') text.openRow()
      else if (name === 'td' || name === 'th')
        text.openCell(Number(attributes.colspan ?? 1), Number(attributes.rowspan ?? 1))
      else if (name === 'pre') {
        preformatted++
        text.endParagraph()
      } else if (paragraphs.has(name)) text.endParagraph()
    },
    ontext(words) {
      if (inTitle) title += words.slice(0, 400)
      if (skipping > 0) return
      if (preformatted > 0 && !text.inCell)
        text.add(words.replace(/\r\n?/g, '\n').replace(/[\v\f]/g, ' '), [])
      else text.add(words.replace(/\s+/g, ' '), active())
    },
    onclosetag(name) {
      const ended = marks.pop()
      if (ended) open.get(ended.type)?.pop()
      if (unread.has(name)) skipping = Math.max(0, skipping - 1)
      if (name === 'title') inTitle = false
      if (skipping > 0 || unread.has(name)) return
      if (/^h[1-6]$/.test(name)) text.closeHeading()
      else if (name === 'ul' || name === 'ol' || name === 'li' || name === 'blockquote') text.close(name)
      else if (name === 'table') text.closeTable()
      else if (name === 'tr') text.closeRow()
      else if (name === 'td' || name === 'th') text.closeCell()
      else if (name === 'pre') {
        preformatted = Math.max(0, preformatted - 1)
        text.endCode()
      } else if (paragraphs.has(name)) text.endParagraph()
    },
  })
  let abandoned = false
  // In pieces: how deep a page is nested shows while it is read, and each level costs every closing tag.
  for (let from = 0; from < html.length && !abandoned; from += pageLimits.piece) {
    parser.write(html.slice(from, from + pageLimits.piece))
    abandoned = marks.length > pageLimits.open
  }
  if (!abandoned) parser.end()
  text.finish()
  if (text.flattened) problems.push({ code: 'pageNested', line: null, args: { limit: pageLimits.depth } })
  if (text.cut) problems.push(problemAt(text.cut, 'lineCut', { limit: pageLimits.paragraph }))
  return { text, title: title.replace(/\s+/g, ' ').trim(), problems, abandoned }
}
