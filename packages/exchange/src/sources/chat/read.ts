import {
  boardSnapshotSchema,
  compareTimelineEntries,
  emptySnapshot,
  limits,
  type Participant,
  type Problem,
  participantSchema,
  plainTextOf,
  type TimelineEntry,
} from '@kintsugi/model'
import { addDays, localAt, ordersShown } from '../../times/calendar.ts'
import type { DateOrder } from '../../times/date.ts'
import { dayInName, givenIn, inOrder, plainLines, problemOf, progressOf } from '../lines.ts'
import { rankOf } from '../markdown/entries.ts'
import { suggestMilestones } from '../markdown/milestones.ts'
import type { ReadContext, Reading, Speaker } from '../source.ts'
import { ChatDays, type Dated, type DaySetting } from './days.ts'
import { EntryMaker } from './entries.ts'
import type { HeaderForm } from './headers.ts'
import { isPlain, kindOf } from './kinds.ts'
import { type ChatMessage, messagesIn } from './messages.ts'

/** Milestones suggested from messages that say it plainly. */
export function withMilestones(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const plain = entries.filter(({ text }) => isPlain(plainTextOf(text)))
  const found = new Map(suggestMilestones(plain).map((entry) => [entry.id, entry]))
  return entries.map((entry) => found.get(entry.id) ?? entry)
}

function ordersOf(messages: readonly ChatMessage[]): DateOrder[] {
  const dates = messages.flatMap(({ time, divider }) => [time?.date ?? [], divider?.time.date ?? []].flat())
  const shown = ordersShown(dates)
  if (shown.length > 0) return shown
  const japanese = messages.slice(0, 50).some(({ said }) => said.some((line) => /[\u3040-\u30ff]/.test(line)))
  return japanese ? ['md'] : []
}

/** Without a given day: the day of the first message that says one, less the midnights before it. */
function anchorFrom(messages: readonly ChatMessage[], setting: DaySetting): string | null {
  const days = new ChatDays(setting)
  let midnights = 0
  let before: number | null = null
  for (const message of messages) {
    const { epochMs, minute } = days.date(message)
    if (before !== null && minute !== null && before - minute >= 240) midnights++
    if (minute !== null) before = minute
    if (epochMs !== null && message.time) return addDays(localAt(setting.zone.id, epochMs).day, -midnights)
  }
  return null
}

function peopleOf(
  speakers: readonly Speaker[],
  apps: ReadonlySet<string>,
  batch: string,
  newId: () => string,
): Participant[] {
  return speakers
    .filter(({ name }) => !apps.has(name))
    .map(({ name }, i) =>
      participantSchema.parse({ id: newId(), name: name.slice(0, 100), batch, rank: rankOf(i) }),
    )
}

/** A pasted chat, whatever its layout: messages with their instants, who speaks, and what is doubtful. */
export function readChat(
  raw: string,
  context: ReadContext,
  { format, forms }: { format: string; forms: ReadonlySet<HeaderForm> },
): Reading {
  const plain = plainLines(raw)
  const nothing = (problems: Problem[]): Reading => ({ format, snapshot: emptySnapshot(), problems })
  if (!plain.lines) return nothing(plain.problems)
  const total = plain.lines.length
  const passed = progressOf(context, total)
  const problems = [...plain.problems]
  // Cutting into messages is the lesser half of the work.
  const chat = messagesIn(plain.lines, forms, (line) => passed(Math.floor(line * 0.4)))
  const { messages } = chat
  if (messages.length === 0) return nothing([...problems, problemOf('chatMissing')])

  const given = givenIn(context)
  problems.push(...given.problems)
  if (given.assumed) problems.push(problemOf('zoneAssumed', { zone: given.zone.name }))
  const setting = { zone: given.zone, orders: ordersOf(messages), twelve: chat.layout.twelve }
  const guessed =
    given.day ?? dayInName(context.fileName) ?? anchorFrom(messages, { ...setting, anchor: null })
  const days = new ChatDays({ ...setting, anchor: guessed })

  const batch = context.newId()
  const maker = new EntryMaker(format, batch, context.newId)
  const counts = new Map<string, number>()
  const apps = new Set<string>()
  const speakerOf: Record<string, string> = {}
  const entries = messages.map((message, i) => {
    passed(Math.floor(total * 0.4 + message.line * 0.6))
    const { speaker, app, said } = message
    const dated = days.date(message)
    const kind = kindOf(said.join('\n'), speaker, app)
    const entry = maker.entry({ ...told(message, dated), kind }, i)
    if (speaker !== '') {
      counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
      speakerOf[entry.id] = speaker
      if (app) apps.add(speaker)
    }
    return entry
  })
  passed(total)
  if (given.day === null && guessed !== null && days.leant) {
    problems.push(problemOf('dateAssumed', { day: guessed }))
  }
  // One by one: a chat may have more doubtful messages than a call takes arguments.
  for (const problem of [
    ...days.problems,
    ...maker.problems,
    ...leftOut(chat.comings, chat.empty, chat.before),
  ])
    problems.push(problem)
  const [first] = days.dayless
  if (first !== undefined) {
    problems.push(problemOf('chatDayNeeded', { count: days.dayless.length }, first))
  }
  if (entries.length > limits.itemsPerBoard) {
    problems.push(problemOf('moreThanBoard', { limit: limits.itemsPerBoard, count: entries.length }))
  }
  const speakers = [...counts]
    .map(([name, count]) => ({ name, messages: count }))
    .toSorted((a, b) => b.messages - a.messages)
  const { place } = given.zone
  const head = boardSnapshotSchema.parse({
    incident: place !== null && !given.assumed ? { timeZone: place } : {},
    people: peopleOf(speakers, apps, batch, context.newId),
  })
  const timeline = withMilestones(entries).toSorted(compareTimelineEntries)
  return { format, snapshot: { ...head, timeline }, problems: inOrder(problems), speakers, speakerOf }
}

function told(message: ChatMessage, { epochMs, approx, minute }: Dated) {
  const clock =
    minute === null
      ? ''
      : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const { line, speaker, said, original } = message
  return {
    line,
    speaker,
    said,
    original,
    epochMs,
    approx,
    written: clock || (message.time?.text ?? ''),
    toTheMinute: true,
  }
}

function leftOut(comings: number, empty: readonly number[], before: number | null): Problem[] {
  return [
    ...(comings > 0 ? [problemOf('chatComings', { count: comings })] : []),
    ...empty.map((line) => problemOf('messageEmpty', {}, line)),
    ...(before === null ? [] : [problemOf('chatBefore', {}, before)]),
  ]
}
