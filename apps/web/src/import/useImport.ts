import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { useBoard, useSession } from '../board/boardContext.tsx'
import type { Given } from './given.ts'
import { knownOnBoard, pause } from './knownOnBoard.ts'
import type { Casting, SentSource, Settings, Summary } from './reader/messages.ts'
import { openReader, type Reader } from './reader/openReader.ts'
import { type Selection, selectionFor } from './selection.ts'
import type { ZoneOrigin } from './TimeSettings.tsx'
import { type Written, writeImport } from './writeImport.ts'

export interface Progress {
  done: number
  total: number
}
/** Where the person is on the way from a text to the board. */
export type Stage =
  | { at: 'source' }
  | { at: 'reading'; progress: Progress | null; again: boolean }
  | { at: 'preview' }
  | { at: 'writing'; progress: Progress }

export interface Read {
  reader: Reader
  summary: Summary
  selection: Selection
}

export interface ImportDone extends Written {
  /** What was asked for; less has come where somebody else was faster. */
  asked: number
}

/** The whole of an import, without how it looks. */
export function useImport(onFailure: (error: unknown) => void) {
  const { board, boardId, watch } = useSession()
  const boardZone = useBoard((s) => s.incident.timeZone)
  const [given, setGiven] = useState<Given>({ text: '', held: null })
  const [origin, setOrigin] = useState<ZoneOrigin>(boardZone === 'UTC' ? 'device' : 'board')
  const [settings, setSettings] = useState<Settings>(() => ({
    zone: boardZone === 'UTC' ? Intl.DateTimeFormat().resolvedOptions().timeZone : boardZone,
    date: '',
    mapping: null,
  }))
  const [stage, setStage] = useState<Stage>({ at: 'source' })
  const [read, setRead] = useState<Read | null>(null)
  const [casting, setCasting] = useState<Readonly<Record<string, Casting>>>({})
  const reader = useRef<Reader | null>(null)
  const turn = useRef(0)
  const writing = useRef<AbortController | null>(null)

  const close = useCallback((): void => {
    writing.current?.abort()
    reader.current?.close()
    reader.current = null
  }, [])
  useEffect(() => close, [close])

  const look = async (source: SentSource | null, how: Settings): Promise<void> => {
    const again = source === null
    if (!again) reader.current?.close()
    reader.current ??= openReader()
    if (!again) reader.current = openReader()
    const mine = reader.current
    turn.current += 1
    const asked = turn.current
    // Given up, or asked anew with other settings: an answer to the old ones must not stand for these.
    const isOver = (): boolean => reader.current !== mine || turn.current !== asked
    setStage({ at: 'reading', progress: null, again })
    try {
      const known = await knownOnBoard(watch.getSnapshot())
      // Sending a long text takes its time too; the page has its turn before and after.
      await pause()
      if (isOver()) return
      const summary = await mine.ask({ ask: 'read', source, settings: how, boardId, known }, (done, total) =>
        setStage({ at: 'reading', progress: { done, total }, again }),
      )
      if (isOver()) return
      await pause()
      startTransition(() => {
        setRead((before) => ({
          reader: mine,
          summary,
          selection: selectionFor(summary.statuses, again ? (before?.selection ?? null) : null),
        }))
        setStage({ at: 'preview' })
      })
    } catch (error) {
      if (isOver()) return
      cancelReading()
      onFailure(error)
    }
  }
  const cancelReading = (): void => {
    close()
    setRead(null)
    setStage({ at: 'source' })
  }

  return {
    given,
    setGiven,
    settings,
    origin,
    stage,
    read,
    casting,
    cancelReading,
    begin(held: Given['held']): void {
      setGiven((before) => ({ ...before, held }))
      setCasting({})
      // The worker takes the bytes away; what may be read again keeps its own.
      const source: SentSource =
        held === null
          ? { text: given.text, fileName: '' }
          : 'bytes' in held.source
            ? { ...held.source, bytes: held.source.bytes.slice(0) }
            : held.source
      const how = { ...settings, mapping: null }
      setSettings(how)
      void look(source, how)
    },
    change(how: Settings): void {
      if (how.zone !== settings.zone) setOrigin('chosen')
      setSettings(how)
      void look(null, how)
    },
    select: (selection: Selection): void => setRead((before) => before && { ...before, selection }),
    cast: (name: string, cast: Casting): void => setCasting((before) => ({ ...before, [name]: cast })),
    cancelWriting: (): void => writing.current?.abort(),
    /** Null where it was broken off. */
    async commit(): Promise<ImportDone | null> {
      if (read === null) return null
      const { chosen, count } = read.selection
      const controller = new AbortController()
      writing.current = controller
      const people = Object.values(casting).filter(({ participant }) => participant).length
      const asked = count + people
      setStage({ at: 'writing', progress: { done: 0, total: asked } })
      try {
        const written = await writeImport(
          board,
          read.reader,
          { chosen, casting },
          {
            signal: controller.signal,
            onProgress: (done, total) => setStage({ at: 'writing', progress: { done, total } }),
          },
        )
        if (written === null) setStage({ at: 'preview' })
        return written && { ...written, asked }
      } catch (error) {
        setStage({ at: 'preview' })
        onFailure(error)
        return null
      } finally {
        writing.current = null
      }
    },
  }
}
