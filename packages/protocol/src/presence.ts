import { z } from 'zod'

/** What one participant tells the others, latest wins; never stored. The server stamps `name` and `principal`. */
export const presenceSchema = z.object({
  principal: z.string().max(64).default(''),
  name: z.string().max(100).default(''),
  /** Canvas coordinates. */
  cursor: z.object({ x: z.number(), y: z.number() }).nullable().default(null),
  selection: z.array(z.string().max(40)).max(50).default([]),
  editing: z.string().max(80).nullable().default(null),
  /** A drag in flight: item → where it would land. */
  drag: z
    .object({ id: z.string().max(40), x: z.number(), y: z.number() })
    .nullable()
    .default(null),
})
export type Presence = z.infer<typeof presenceSchema>
