import { z } from 'zod'

/** Far beyond every board; what others' views are moved by must not add up to infinity. */
const farthest = 1e9
const place = z.number().min(-farthest).max(farthest)
const extent = z.number().positive().max(farthest)

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
  /** Nobody is to see that this person is here: the server then tells nothing else of them, nor their name. */
  hidden: z.boolean().default(false),
  /** What is in sight, in canvas coordinates: told by who invites others to follow, and by nobody else. */
  sight: z.object({ x: place, y: place, width: extent, height: extent }).nullable().default(null),
})
export type Presence = z.infer<typeof presenceSchema>
