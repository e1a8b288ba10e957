import { fold } from '../../times/fold.ts'
import { readStamp } from '../../times/stamp.ts'
import { type Block, type Item, lineOfWords, type Run, sliceRuns, wordsOf } from './blocks.ts'
import { causeKinds, kindOfTitle, type SectionKind } from './vocabulary.ts'

export interface Section {
  title: string
  runs: Run[]
  /** What its own title says; `other` where it says nothing. */
  own: SectionKind
  /** What it is about: its own title's word, or the one of the section it lies in. */
  kind: SectionKind
  line: number
  /** 1–6 for headings; 7 for a bold line, 8 for a list item that begins with a bold label. */
  level: number
  blocks: Block[]
  children: Section[]
  parent: Section | null
}

const labelLevel = 7
const itemLevel = 8

/** A heading or label that is nothing but a date or a time. */
export function isStampTitle(title: string): boolean {
  const text = fold(title)
  const stamp = readStamp(text, 0, 'cell')
  if (!stamp) return false
  const { start } = stamp
  return Boolean(start.date || start.clock || start.holed || start.dayNumber !== null)
}

/** Inside some sections a word in a heading says how they are divided, not what they are about: 検知 below the actions is an aim. */
function kindWithin(parent: Section, own: SectionKind): SectionKind {
  if (own === 'other') return parent.kind
  const divides = (kinds: SectionKind[]) => kinds.includes(own)
  if (parent.kind === 'actions') {
    return causeKinds.has(own) || divides(['timeline', 'legend', 'lessons', 'references', 'summary'])
      ? own
      : 'actions'
  }
  // One chain for how it came, one for why it was seen late.
  if (parent.kind === 'whys' && divides(['detection', 'resolution'])) return 'whys'
  if (parent.kind === 'timeline') {
    return divides(['detection', 'resolution', 'context', 'impact', 'facts', 'people']) &&
      parent.level < labelLevel
      ? 'timeline'
      : own
  }
  return own
}

interface Label {
  text: string
  rest: Run[]
}
/** Bold words at the beginning that name what follows: `**Impact**: …`, `**影響:** …`. */
export function leadingLabel(runs: readonly Run[]): Label | null {
  let end = 0
  for (const run of runs) {
    if (!run.marks.some((mark) => mark.type === 'bold') && !(end === 0 && run.text.trim() === '')) break
    end += run.text.length
  }
  const words = wordsOf(runs)
  const text = words.slice(0, end).trim()
  if (text === '' || text.length > 80) return null
  const behind = /^\s*[:：]?\s*/.exec(words.slice(end))?.[0] ?? ''
  const closed = /[:：]$/.test(text) || /[:：]/.test(behind) || words.slice(end).trim() === ''
  if (!closed) return null
  return { text: text.replace(/[:：]\s*$/, '').trim(), rest: sliceRuns(runs, end + behind.length) }
}

/** On a further line. Its blanks are none that end a line: then every line is looked at once. */
const furtherLabel = /[\n\v\f][^\S\n\v\f]*[^:：\n\v\f]{2,30}[:：]/
/** `Root cause: the cache expired.` in a paragraph of its own. */
function plainLabel(runs: readonly Run[]): Label | null {
  const words = wordsOf(runs)
  const found = /^([^:：\n]{2,30})[:：]\s*(?=\S)/.exec(words)
  if (!found || furtherLabel.test(words)) return null
  return { text: found[1] ?? '', rest: sliceRuns(runs, found[0].length) }
}
/** What one paragraph with a label can tell of the incident. */
const told: ReadonlySet<SectionKind> = new Set([
  'summary',
  'impact',
  'root',
  'causes',
  'trigger',
  'direct',
  'contributing',
  'detection',
  'resolution',
])

function firstRuns(item: Item): Run[] {
  const first = item.blocks[0]
  return first?.type === 'paragraph' ? first.runs : []
}

class Outline {
  readonly root: Section = section('', [], 1, 0)
  private current: Section = this.root

  private open(title: string, runs: Run[], line: number, level: number): Section {
    let parent = this.current
    while (parent.parent && parent.level >= level) parent = parent.parent
    const opened = section(title, runs, line, level)
    opened.own = kindOfTitle(title)
    opened.kind = kindWithin(parent, opened.own)
    opened.parent = parent
    parent.children.push(opened)
    this.current = opened
    return opened
  }

  add(block: Block): void {
    if (block.type === 'heading') {
      this.heading(block)
    } else if (block.type === 'paragraph') {
      const label = leadingLabel(block.runs) ?? plainLabel(block.runs)
      const bare = label !== null && lineOfWords(label.rest) === ''
      if (label && !bare && this.current.kind === 'other' && told.has(kindOfTitle(label.text))) {
        const opened = this.open(label.text, block.runs, block.line, itemLevel)
        opened.blocks.push({ type: 'paragraph', line: block.line, runs: label.rest })
        this.current = opened.parent ?? this.root
      } else if (label && bare && !isStampTitle(label.text))
        this.open(label.text, block.runs, block.line, labelLevel)
      else this.current.blocks.push(block)
    } else if (block.type === 'list' && this.isLabelList(block.items)) {
      for (const item of block.items) this.item(item)
    } else this.current.blocks.push(block)
  }

  private heading(block: Extract<Block, { type: 'heading' }>): void {
    const title = lineOfWords(block.runs)
    const first = this.root.children.length === 0 && block.depth === 1
    const opened = this.open(title, block.runs, block.line, block.depth)
    if (first) {
      // The document's own title: its words name the incident, not a section.
      opened.own = 'other'
      opened.kind = 'other'
    }
    // `## Feb 21, 13:00` beside `## Timeline` goes on with it.
    if (opened.own === 'other' && isStampTitle(title)) {
      const before = opened.parent?.children.at(-2)
      if (before?.kind === 'timeline') opened.kind = 'timeline'
    }
  }

  private isLabelList(items: readonly Item[]): boolean {
    const host = this.current.level >= itemLevel ? this.hostOfItems() : this.current
    const listKinds: SectionKind[] = [
      'timeline',
      'actions',
      'lessons',
      'wentWell',
      'wentPoorly',
      'lucky',
      'tries',
      'people',
      'impact',
    ]
    if (listKinds.includes(host.kind) || causeKinds.has(host.kind)) return false
    return items.some((item) => {
      const label = leadingLabel(firstRuns(item))
      return label !== null && kindOfTitle(label.text) !== 'other' && !isStampTitle(label.text)
    })
  }

  private hostOfItems(): Section {
    let host = this.current
    while (host.parent && host.level >= itemLevel) host = host.parent
    return host
  }

  private item(item: Item): void {
    const label = leadingLabel(firstRuns(item))
    if (!label || isStampTitle(label.text)) {
      this.current.blocks.push({ type: 'list', line: item.line, ordered: false, items: [item] })
      return
    }
    const opened = this.open(label.text, firstRuns(item), item.line, itemLevel)
    const inline = lineOfWords(label.rest) !== ''
    if (inline) opened.blocks.push({ type: 'paragraph', line: item.line, runs: label.rest })
    opened.blocks.push(...item.blocks.slice(1))
    // With words behind its label the item is complete; a bare label also names what follows the list.
    if (inline) this.current = opened.parent ?? this.root
  }
}

function section(title: string, runs: Run[], line: number, level: number): Section {
  return { title, runs, own: 'other', kind: 'other', line, level, blocks: [], children: [], parent: null }
}

export function readSections(blocks: readonly Block[]): Section {
  const outline = new Outline()
  for (const block of blocks) outline.add(block)
  return outline.root
}

/** The section and all below it, in the order of the document. */
export function* walk(from: Section): Generator<Section> {
  yield from
  for (const child of from.children) yield* walk(child)
}

/** Sections of a kind that do not lie in another one of that kind. */
export function topSections(root: Section, kind: SectionKind): Section[] {
  return [...walk(root)].filter((one) => one.kind === kind && one.parent?.kind !== kind)
}
