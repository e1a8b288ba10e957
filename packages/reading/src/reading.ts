import {
  type BoardCover,
  coverOf,
  type Duration,
  durations,
  latestVotes,
  type MilestonesOf,
  milestonesOf,
  type Votes,
} from '@kintsugi/analysis'
import type { Action, BoardSnapshot, Cause, Instant, ItemId, Link, TimelineEntry } from '@kintsugi/model'
import { createWords, type Language, type Times, timesIn, type Words } from '@kintsugi/words'

export interface ReadRevision {
  number: number
  hash: string
  previousHash: string | null
  finalizedAt: Instant
  finalizedBy: string
}
/** Addresses of what stands around the page; what is missing is not offered. */
export type ReadLinks = Partial<
  Record<'json' | 'markdown' | 'previous' | 'latest' | 'board' | 'home' | 'language', string>
>

/** One snapshot, opened for reading in one language: what the parts of the page look things up in. */
export interface Reading {
  snapshot: BoardSnapshot
  language: Language
  t: Words
  times: Times
  revision: ReadRevision | null
  links: ReadLinks
  /** First known time: the day others are told relative to. */
  base: Instant | null
  milestones: MilestonesOf
  durations: Duration[]
  cover: BoardCover
  /** Of the vote counted last. */
  votes: Votes | null
  causes: ReadonlyMap<ItemId, Cause>
  entries: ReadonlyMap<ItemId, TimelineEntry>
  actions: ReadonlyMap<ItemId, Action>
  /** Items at the other end of links of a kind. */
  linkedTo(kind: Link['kind'], to: ItemId): ItemId[]
  linkedFrom(kind: Link['kind'], from: ItemId): ItemId[]
}

const byId = <T extends { id: ItemId }>(items: readonly T[]): Map<ItemId, T> =>
  new Map(items.map((item) => [item.id, item]))

export function openReading(
  snapshot: BoardSnapshot,
  language: Language,
  { revision = null, links = {} }: { revision?: ReadRevision | null; links?: ReadLinks } = {},
): Reading {
  const into = Map.groupBy(snapshot.links, ({ kind, to }) => `${kind} ${to}`)
  const outOf = Map.groupBy(snapshot.links, ({ kind, from }) => `${kind} ${from}`)
  return {
    snapshot,
    language,
    t: createWords(language).t,
    times: timesIn(snapshot.incident.timeZone, language),
    revision,
    links,
    base: snapshot.timeline.find(({ at }) => at !== null)?.at ?? null,
    milestones: milestonesOf(snapshot),
    durations: durations(snapshot),
    cover: coverOf(snapshot),
    votes: latestVotes(snapshot),
    causes: byId(snapshot.causes),
    entries: byId(snapshot.timeline),
    actions: byId(snapshot.actions),
    linkedTo: (kind, to) => (into.get(`${kind} ${to}`) ?? []).map(({ from }) => from),
    linkedFrom: (kind, from) => (outOf.get(`${kind} ${from}`) ?? []).map(({ to }) => to),
  }
}

/** Time of an entry as the page shows it everywhere. */
export function timeOf({ base, t, times, language }: Reading, entry: TimelineEntry): string {
  if (entry.at !== null) {
    return times.entry({ at: entry.at, until: entry.until, approx: entry.approx }, base ?? entry.at)
  }
  if (entry.day === null) return t('reading.noTime')
  const day = timesIn('UTC', language).date(`${entry.day}T00:00:00Z`)
  return t('reading.onDay', { day })
}
