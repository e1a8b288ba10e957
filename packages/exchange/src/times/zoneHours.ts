import { type Placed, placeIn } from './calendar.ts'

/** Places local times by the hour, since asking for every line takes long. */
export class ZoneHours {
  private readonly hours = new Map<string, { epochMs: number; plain: boolean }>()
  private readonly zoneId: string

  constructor(zoneId: string) {
    this.zoneId = zoneId
  }

  private hour(day: string, hour: number): { epochMs: number; plain: boolean } {
    const key = `${day} ${hour}`
    const before = this.hours.get(key)
    if (before) return before
    const start = placeIn(this.zoneId, { day, hour, minute: 0, second: 0, millisecond: 0 })
    const end = placeIn(this.zoneId, { day, hour, minute: 59, second: 59, millisecond: 0 })
    const plain = !start.doubt && !end.doubt && end.epochMs - start.epochMs === 3_599_000
    const placed = { epochMs: start.epochMs, plain }
    this.hours.set(key, placed)
    return placed
  }

  /** A local time, in minutes since midnight and seconds → its instant. */
  place(day: string, minute: number, second: number): Placed {
    const hour = Math.floor(minute / 60)
    const start = this.hour(day, hour)
    if (start.plain) return { epochMs: start.epochMs + ((minute % 60) * 60 + second) * 1000, doubt: null }
    return placeIn(this.zoneId, { day, hour, minute: minute % 60, second, millisecond: 0 })
  }
}
