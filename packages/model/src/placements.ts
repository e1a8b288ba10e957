import { z } from 'zod'

/**
 * Top left corner in canvas units (CSS pixels at zoom 1). Only causes and free notes are placed by hand: causes from
 * the corner of the causal zone, so that the graph keeps its shape when the timeline above it grows; free notes from
 * the corner of the canvas.
 */
export const placementSchema = z.object({ x: z.number(), y: z.number() })
export type Placement = z.infer<typeof placementSchema>
