import holidayData from '@holiday-jp/holiday_jp/lib/holidays.js'
import type { Day } from '@kintsugi/model'

const holidays: Readonly<Record<string, { name: string; name_en: string } | undefined>> = holidayData
const days = Object.keys(holidayData)
/** First and last year that the list of holidays covers; beyond, only weekends and the year's end are known. */
export const holidayYears = [Number(days[0]?.slice(0, 4)), Number(days.at(-1)?.slice(0, 4))] as const

/** 国民の祝日, substitute holidays included, with its names in both languages; undefined for any other day. */
export function japaneseHoliday(day: Day): { ja: string; en: string } | undefined {
  const holiday = Object.hasOwn(holidays, day) ? holidays[day] : undefined
  return holiday && { ja: holiday.name, en: holiday.name_en }
}
