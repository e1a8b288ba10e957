import { type Check, hitIf } from '../check.ts'

export const onlyTechnical = {
  code: 'causes.onlyTechnical',
  severity: 'hint',
  find: ({ counted }) => {
    const layered = counted.filter(({ layer }) => layer !== null)
    return hitIf(
      layered.length > 0 && !layered.some(({ layer }) => layer === 'process' || layer === 'organisation'),
    )
  },
} satisfies Check
