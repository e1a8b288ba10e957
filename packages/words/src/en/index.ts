export * from './live.ts'
export * from './metrics.ts'
export * from './reading.ts'
export * from './terms.ts'
