import { z } from 'zod'

/** Top left corner on the canvas, in canvas units (CSS pixels at zoom 1). Only causes and free notes are placed by hand. */
export const placementSchema = z.object({ x: z.number(), y: z.number() })
export type Placement = z.infer<typeof placementSchema>
