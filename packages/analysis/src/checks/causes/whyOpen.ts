import { plainTextOf } from '@kintsugi/model'
import { type Check, hitFor } from '../check.ts'

export const whyOpen = {
  code: 'causes.whyOpen',
  severity: 'hint',
  find: ({ snapshot }) => hitFor(snapshot.causes.filter(({ text }) => plainTextOf(text) === '')),
} satisfies Check
