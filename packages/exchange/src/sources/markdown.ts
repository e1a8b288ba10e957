import {
  boardSnapshotSchema,
  compareTimelineEntries,
  emptySnapshot,
  isDay,
  limits,
  type Problem,
} from '@kintsugi/model'
import { zoneNamed } from '../times/zones.ts'
import { readActions } from './markdown/actions.ts'
import { type Block, readBlocks } from './markdown/blocks.ts'
import { readCauses } from './markdown/causes.ts'
import { entriesFrom } from './markdown/entries.ts'
import { gatherEvents } from './markdown/gather.ts'
import { type Guarded, guardMarkdown } from './markdown/guard.ts'
import { readIncident, shownZone } from './markdown/incident.ts'
import { readKpt } from './markdown/kpt.ts'
import { placeCauses } from './markdown/layout.ts'
import { suggestMilestones } from './markdown/milestones.ts'
import { numberedLinks, numbersOf } from './markdown/numberedLinks.ts'
import { readPeople } from './markdown/people.ts'
import { resolveRows } from './markdown/resolve.ts'
import { readSections } from './markdown/sections.ts'
import { anchorOf, factsOf, statedZone } from './markdown/setting.ts'
import type { ReadContext, Reading, Source } from './source.ts'

const format = 'markdown'
const general = (code: string, args: Problem['args'] = {}): Problem => ({ code, line: null, args })

function detect(text: string, fileName: string): number {
  const head = text.slice(0, 20_000)
  const named = /\.(?:md|markdown|mdown)$/i.test(fileName) ? 0.5 : 0
  const marks = [/^#{1,6} \S/m, /^\s*[-*] \S/m, /^\|.+\|/m, /^---\s*$/m].filter((mark) =>
    mark.test(head),
  ).length
  return Math.min(0.95, named + marks * 0.15)
}

/** A postmortem written in Markdown, English or Japanese. */
export function readMarkdown(raw: string, context: ReadContext): Reading {
  const { text, front, problems } = guardMarkdown(raw)
  if (text === null) return { format, snapshot: emptySnapshot(), problems }
  const lines = raw.replace(/^\ufeff/, '').split(/\r\n?|\n/)
  return readDocument({ blocks: readBlocks(text), lines, front, problems, format }, context)
}

export interface WrittenDocument {
  blocks: readonly Block[]
  /** What is written, for keeping it with what was read from it. */
  lines: readonly string[]
  front: Guarded['front']
  problems: readonly Problem[]
  format: string
}

/** A postmortem as blocks, whatever they were written in. */
export function readDocument(document: WrittenDocument, context: ReadContext): Reading {
  const { lines, front, format } = document
  const problems = [...document.problems]
  const given = context.zone === null ? null : zoneNamed(context.zone)
  if (context.zone !== null && !given) problems.push(general('zoneUnknown', { zone: context.zone }))
  const date = context.date !== null && isDay(context.date) ? context.date : null
  if (context.date !== null && date === null) problems.push(general('dateUnknown', { date: context.date }))

  const batch = context.newId()
  const root = readSections(document.blocks)
  const facts = factsOf(root)
  const published = front.find(({ name }) => name === 'date') ?? null
  const anchor = anchorOf(root, facts, { date, fileName: context.fileName, published })
  const stated = statedZone(root, facts)
  const japanese = lines.some((line) => /[\u3040-\u30ff]/.test(line))
  const events = gatherEvents(root)
  const resolution = resolveRows(events, { anchor, stated, given, japanese })
  problems.push(...resolution.problems)
  const { entries, problems: cuts } = entriesFrom(resolution.rows, {
    newId: context.newId,
    batch,
    lines,
    format,
  })
  problems.push(...cuts)
  if (entries.length === 0) problems.push(general('timelineMissing'))
  const assumed = resolution.zones.find(({ origin }) => origin === 'assumed')
  if (assumed) problems.push(general('zoneAssumed', { zone: assumed.zone.name }))

  const making = { newId: context.newId, batch }
  const { causes, links, numbered, problems: causeProblems } = readCauses(root, making)
  const { actions, answers, problems: actionProblems } = readActions(root, { ...making, near: anchor.day })
  const kpt = readKpt(root, making)
  const { people, problems: peopleProblems } = readPeople(root, facts, making)
  const firstAt = entries.find((entry) => entry.at !== null)?.at ?? null
  const timeZone = shownZone(resolution.zones, given, firstAt === null ? null : Date.parse(firstAt))
  const { incident, problems: textProblems } = readIncident(root, facts, front, timeZone, kpt.taken)
  problems.push(...causeProblems, ...actionProblems, ...textProblems, ...kpt.problems, ...peopleProblems)
  const count = entries.length + causes.length + actions.length + kpt.notes.length + people.length
  if (count > limits.itemsPerBoard) {
    const problem = general('tooManyRows', { limit: limits.itemsPerBoard, count })
    return { format, snapshot: emptySnapshot(), problems: [problem] }
  }
  const snapshot = boardSnapshotSchema.parse({
    incident,
    timeline: suggestMilestones(entries).toSorted(compareTimelineEntries),
    people,
    causes,
    kptNotes: kpt.notes,
    actions,
    links: [...links, ...numberedLinks(numbered, numbersOf(resolution.rows, entries), answers)],
    placements: placeCauses(causes, links),
  })
  return { format, snapshot, problems: inOrder(problems) }
}

/** By line, those about the whole text first; each said once. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...once.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

export const markdownSource = { format, detect, read: readMarkdown } satisfies Source
