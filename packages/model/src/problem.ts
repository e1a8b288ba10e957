import { z } from 'zod'

/**
 * Bad input, as a value. `code` and `args` choose the sentence in `words`; `line` is 1-based in the input.
 * An expected failure is a Problem; a bug throws.
 */
export const problemSchema = z.object({
  code: z.string(),
  line: z.number().int().positive().nullable().default(null),
  args: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type Problem = z.infer<typeof problemSchema>

/** Says that we, not the input, are wrong. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`)
}
