export * from './presence.ts'
export * from './routes.ts'
export * from './socket.ts'
