import { type Incident, incidentSchema, type Problem, type RichText } from '@kintsugi/model'
import { offsetAt } from '../../times/calendar.ts'
import { fold } from '../../times/fold.ts'
import type { WrittenZone } from '../../times/zones.ts'
import type { Block } from './blocks.ts'
import { problemAt } from './clockwork.ts'
import type { Guarded } from './guard.ts'
import { richTextFrom, within } from './richText.ts'
import { type Section, topSections, walk } from './sections.ts'
import { type Fact, factsOfBlock } from './setting.ts'
import { lessonKinds } from './vocabulary.ts'

/** Whole texts of an incident may be long; notes may not. */
const textBytes = 100_000

const genre =
  /^(?:ポストモーテム|障害報告書?|インシデント(?:レポート|報告書?)|事後検証|post-?mortem(?: report)?|incident (?:report|review|post-?mortem)|rca)\s*(?:[:：\-–—|]|for\b|of\b)\s*/i

function titleOf(root: Section, front: Guarded['front']): string {
  const first = root.children[0]
  const heading =
    root.children.find((child) => child.level === 1)?.title ??
    (first?.own === 'other' ? first.title : undefined)
  const written = heading ?? front.find(({ name }) => name === 'title')?.value ?? ''
  return written
    .replace(/^【[^】]{0,20}】\s*/, '')
    .replace(genre, '')
    .trim()
    .slice(0, 300)
}

function severityOf(facts: readonly Fact[]): Incident['severity'] {
  const fact = facts.find(({ name }) => /重大度|深刻度|severity|^sev\b/i.test(name))
  const level = fact
    ? /(?:sev(?:erity)?|レベル|level)?\s*-?\s*([1-4])(?!\d)/i.exec(fold(fact.value).slice(0, 20))
    : null
  const levels = { '1': 'sev1', '2': 'sev2', '3': 'sev3', '4': 'sev4' } as const
  return level ? levels[level[1] as keyof typeof levels] : null
}

/** What a section says, without blocks that became items of their own; without its name where nothing is left. */
function contentOf(section: Section, depth: number, taken: ReadonlySet<Block> = new Set()): Block[] {
  const inner = section.children.filter((child) => child.kind === section.kind || lessonKinds.has(child.kind))
  const content = [
    ...section.blocks.filter((block) => !taken.has(block)),
    ...inner.flatMap((child) => contentOf(child, depth + 1, taken)),
  ]
  const emptied = content.length === 0 && lessonKinds.has(section.kind)
  if (depth === 0 || emptied) return content
  return [{ type: 'heading', line: section.line, runs: section.runs, depth: 3 }, ...content]
}

/** The zone in which the incident's times are to be shown: that of most of its rows, under the name that was given for it. */
export function shownZone(
  zones: readonly { zone: WrittenZone }[],
  given: WrittenZone | null,
  epochMs: number | null,
): string {
  const counts = new Map<string, { zone: WrittenZone; count: number }>()
  for (const { zone } of zones) counts.set(zone.id, { zone, count: (counts.get(zone.id)?.count ?? 0) + 1 })
  const main = [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.zone
  if (!main) return given?.place ?? 'UTC'
  const same =
    given?.place && epochMs !== null && offsetAt(given.place, epochMs) === offsetAt(main.id, epochMs)
  if (same && given.place && main.id !== 'UTC') return given.place
  return main.place ?? 'UTC'
}

export function readIncident(
  root: Section,
  facts: readonly Fact[],
  front: Guarded['front'],
  timeZone: string,
  /** Blocks that became notes. */
  taken: ReadonlySet<Block>,
): { incident: Incident; problems: Problem[] } {
  const problems: Problem[] = []
  const text = (blocks: Block[], line: number): RichText => {
    const { text: kept, cut } = within(richTextFrom(blocks), textBytes)
    if (cut) problems.push(problemAt(line, 'textCut', { limit: textBytes }))
    return kept
  }
  const summarySection = topSections(root, 'summary')[0]
  const title = root.children.find((child) => child.level === 1)
  const summary = summarySection
    ? contentOf(summarySection, 0)
    : (title?.blocks ?? []).filter((block) => block.type === 'paragraph' && factsOfBlock(block).length === 0)
  const impact = topSections(root, 'impact')
  const lessons = [...walk(root)].filter(
    (section) => lessonKinds.has(section.kind) && !(section.parent && lessonKinds.has(section.parent.kind)),
  )
  const many = lessons.length > 1
  return {
    incident: incidentSchema.parse({
      title: titleOf(root, front),
      severity: severityOf(facts),
      timeZone,
      owner: (facts.find(({ name }) => /^(?:owner|incident owner|オーナー)$/i.test(name))?.value ?? '').slice(
        0,
        100,
      ),
      summary: text(summary, summarySection?.line ?? 1),
      impact: text(
        impact.flatMap((section) => contentOf(section, impact.length > 1 && section.level < 8 ? 1 : 0)),
        impact[0]?.line ?? 1,
      ),
      lessons: text(
        lessons.flatMap((section) => contentOf(section, many ? 1 : 0, taken)),
        lessons[0]?.line ?? 1,
      ),
    }),
    problems,
  }
}
