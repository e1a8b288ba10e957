import { boardSnapshotSchema, compareTimelineEntries, emptySnapshot, type Problem } from '@kintsugi/model'
import { EntryMaker } from './chat/entries.ts'
import { kindOf } from './chat/kinds.ts'
import { messagesIn } from './chat/messages.ts'
import { permalinksIn } from './chat/permalink.ts'
import { withMilestones } from './chat/read.ts'
import { inOrder, plainLines, problemOf, progressOf } from './lines.ts'
import type { ReadContext, Reading, Source } from './source.ts'

const format = 'slackPermalink'

function detect(text: string): number {
  const { lines } = plainLines(text.slice(0, 20_000))
  if (!lines) return 0
  const full = lines.filter((line) => line.trim() !== '')
  const linked = full.filter((line) => permalinksIn(line).length > 0).length
  return linked > 0 && linked * 3 >= full.length ? 0.86 : 0
}

/** Links to messages in Slack, each with the words beside or under it: the link has the time in it. */
function read(raw: string, context: ReadContext): Reading {
  const plain = plainLines(raw)
  const nothing = (problems: Problem[]): Reading => ({ format, snapshot: emptySnapshot(), problems })
  if (!plain.lines) return nothing(plain.problems)
  const passed = progressOf(context, plain.lines.length)
  const { messages, before } = messagesIn(plain.lines, new Set(), passed)
  if (messages.length === 0) return nothing([...plain.problems, problemOf('permalinkMissing')])
  const maker = new EntryMaker(format, context.newId(), context.newId)
  const entries = messages.map(({ line, link, said, original }, i) =>
    maker.entry(
      {
        line,
        epochMs: link?.epochMs ?? null,
        approx: false,
        written: '',
        speaker: '',
        kind: kindOf(said.join('\n'), '', false),
        said,
        original,
        toTheMinute: false,
      },
      i,
    ),
  )
  passed(plain.lines.length)
  const problems = [...plain.problems, ...maker.problems]
  if (before !== null) problems.push(problemOf('chatBefore', {}, before))
  const timeline = withMilestones(entries).toSorted(compareTimelineEntries)
  return {
    format,
    snapshot: { ...boardSnapshotSchema.parse({ incident: {} }), timeline },
    problems: inOrder(problems),
  }
}

export const slackPermalinkSource = { format, detect, read } satisfies Source
