import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { RowView } from './RowView.tsx'
import type { Casting, Summary } from './reader/messages.ts'
import type { Reader } from './reader/openReader.ts'
import { decide, type Selection } from './selection.ts'
import { useRows } from './useRows.ts'

/** Rows drawn above and below those in sight. */
const around = 5
/** Below this width a row has two lines. */
const narrowWidth = 520

export interface RowListProps {
  reader: Reader
  summary: Summary
  /** The rows shown, in order. */
  shown: Uint32Array
  selection: Selection
  casting: Readonly<Record<string, Casting>>
  explain: (problem: unknown) => string
  onSelect: (selection: Selection) => void
}

/**
 * A list of any length of which only what is in sight exists: one stop for the Tab key, arrows and Space within, as a
 * list box with several choices is used.
 */
export function RowList(props: RowListProps) {
  const { reader, summary, shown, selection, casting, explain, onSelect } = props
  const { t } = useWords()
  const id = useId()
  const host = useRef<HTMLDivElement>(null)
  const [box, setBox] = useState({ top: 0, height: 360, narrow: false })
  /** Places in `shown`: where the keyboard is, and where a range began. */
  const [active, setActive] = useState(0)
  const anchor = useRef(0)
  const rowHeight = box.narrow ? 66 : 40

  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    const measure = (): void =>
      setBox((before) => ({
        ...before,
        height: element.clientHeight,
        narrow: element.clientWidth < narrowWidth,
      }))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [])

  const from = Math.max(0, Math.floor(box.top / rowHeight) - around)
  const to = Math.min(shown.length, Math.ceil((box.top + box.height) / rowHeight) + around)
  const wanted = useMemo(() => [...shown.subarray(from, to)], [shown, from, to])
  const rows = useRows(reader, summary, wanted)
  const here = Math.min(active, Math.max(0, shown.length - 1))

  const range = (a: number, b: number): Uint32Array => shown.subarray(Math.min(a, b), Math.max(a, b) + 1)
  const isOn = (place: number): boolean => selection.chosen[shown[place] ?? 0] === 1
  const toggle = (place: number): void => {
    anchor.current = place
    onSelect(decide(selection, range(place, place), !isOn(place)))
  }
  /** The range takes what its beginning has. */
  const extend = (place: number): void =>
    onSelect(decide(selection, range(anchor.current, place), isOn(anchor.current)))
  const go = (place: number, extending: boolean): void => {
    const next = Math.max(0, Math.min(shown.length - 1, place))
    setActive(next)
    const element = host.current
    if (element) {
      const top = next * rowHeight
      if (top < element.scrollTop) element.scrollTop = top
      else if (top + rowHeight > element.scrollTop + element.clientHeight)
        element.scrollTop = top + rowHeight - element.clientHeight
    }
    if (extending) extend(next)
    else anchor.current = next
  }
  const press = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(box.height / rowHeight) - 1)
    const moves: Record<string, number> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + page,
      PageUp: here - page,
      Home: 0,
      End: shown.length - 1,
    }
    const to = moves[event.key]
    if (to !== undefined) go(to, event.shiftKey)
    else if (event.key === ' ') toggle(here)
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      onSelect(decide(selection, shown, true))
    } else return
    event.preventDefault()
  }
  const point = (event: MouseEvent): void => {
    const option = (event.target as HTMLElement).closest<HTMLElement>('[data-place]')
    if (!option) return
    const place = Number(option.dataset.place)
    setActive(place)
    if (event.shiftKey) extend(place)
    else toggle(place)
  }

  return (
    <>
      <div
        ref={host}
        className="k-import-rows"
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('importing.rows')}
        aria-describedby={`${id}-help`}
        aria-activedescendant={shown.length > 0 ? `${id}-${here}` : undefined}
        tabIndex={0}
        data-testid="import-rows"
        style={
          { '--row-height': `${rowHeight}px`, '--rows': Math.max(2, shown.length) } as React.CSSProperties
        }
        onScroll={(event) => {
          const { scrollTop } = event.currentTarget
          setBox((before) => ({ ...before, top: scrollTop }))
        }}
        onKeyDown={press}
        onMouseDown={(event) => {
          // The list has the focus, not a row that may be gone with the next turn of the wheel; and Shift chooses rows, not words.
          if ((event.target as HTMLElement).closest('[data-place]')) event.preventDefault()
          host.current?.focus({ preventScroll: true })
        }}
        onClick={point}
      >
        <div role="presentation" style={{ height: shown.length * rowHeight, position: 'relative' }}>
          {wanted.map((index, nth) => {
            const place = from + nth
            return (
              <div
                key={index}
                id={`${id}-${place}`}
                role="option"
                aria-selected={selection.chosen[index] === 1}
                aria-setsize={shown.length}
                aria-posinset={place + 1}
                tabIndex={-1}
                data-place={place}
                data-active={place === here}
                data-testid="import-row"
                className="k-import-row"
                style={{ top: place * rowHeight }}
              >
                <RowView
                  row={rows.get(index) ?? null}
                  zone={summary.zone}
                  casting={casting}
                  explain={explain}
                />
              </div>
            )
          })}
        </div>
        {shown.length === 0 && <p className="k-import-none">{t('importing.noneShown')}</p>}
      </div>
      <p id={`${id}-help`} className="sr-only">
        {t('importing.rowsHelp')}
      </p>
    </>
  )
}
