import { boardSnapshotSchema } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { testContext } from '../testing/context.ts'
import { detectSource } from './index.ts'
import type { Source } from './source.ts'

export interface SourceSample {
  fileName: string
  text: string
}

/** What every source has to keep: a new one's whole test is a call of this with its samples. */
export function sourceContract(source: Source, samples: readonly SourceSample[]): void {
  it.each(samples)('[EX21] knows $fileName as its own', ({ text, fileName }) => {
    expect(detectSource(text, fileName)?.format).toBe(source.format)
  })

  it.each(samples)(
    '[EX21] reads $fileName to the same draft every time, with the ids it is given',
    ({ text, fileName }) => {
      const read = () => source.read(text, testContext({ fileName }))
      expect(read()).toEqual(read())
      expect(boardSnapshotSchema.safeParse(read().snapshot).success).toBe(true)
    },
  )

  it.each(['', '\0\u0001\u0002', '<html></html>', '{"a":1}', '\ud800', 'x'.repeat(100_000)])(
    '[EX19] answers %j with problems',
    (text) => {
      const { snapshot, problems } = source.read(text, testContext({}))
      expect(problems.length).toBeGreaterThan(0)
      expect(snapshot.timeline).toEqual([])
    },
  )
}
