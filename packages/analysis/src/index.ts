export * from './layout/causalTree.ts'
export * from './layout/crack.ts'
export * from './layout/timelineAxis.ts'
export * from './metrics/index.ts'
