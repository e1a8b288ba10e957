import { plainTextOf, type RichText } from '@kintsugi/model'

/** The first line that says something: what a thing is called by where there is no room for all of it. */
export const firstLineOf = (text: RichText): string => plainTextOf(text).trim().split('\n')[0] ?? ''
