import { type Instant, toInstant } from '@kintsugi/model'
import { useEffect, useState } from 'react'

/** The device's clock, read again every so often. */
export function useNow(everyMs: number, running = true): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, running])
  return now
}

/** A moment of the device's clock as people note it: nobody reads its milliseconds. */
export const toSecond = (ms: number): Instant => toInstant(Math.floor(ms / 1000) * 1000)
