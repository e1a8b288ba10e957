import { z } from 'zod'

const flag = z.stringbool().default(false)
const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])))

const loopback = ['127.0.0.1', '::1', 'localhost']

const environment = z
  .object({
    KINTSUGI_PORT: z.coerce.number().int().min(0).max(65535).default(4747),
    KINTSUGI_HOST: z.string().min(1).default('127.0.0.1'),
    KINTSUGI_DATA: z.string().min(1).default('./data'),
    KINTSUGI_MODE: z.enum(['open']).default('open'),
    KINTSUGI_ALLOW_OPEN: flag,
    KINTSUGI_ORIGINS: list.pipe(z.array(z.url({ protocol: /^https?$/ }))),
    KINTSUGI_SOCKETS_PER_ADDRESS: z.coerce.number().int().positive().default(500),
    KINTSUGI_ARCHIVE_DAYS: z.coerce.number().int().min(1).default(30),
    KINTSUGI_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .refine((env) => loopback.includes(env.KINTSUGI_HOST) || env.KINTSUGI_ALLOW_OPEN, {
    path: ['KINTSUGI_HOST'],
    message:
      'in mode open, whoever reaches the server can write; set KINTSUGI_ALLOW_OPEN=1 to listen beyond this machine',
  })

export type Config = {
  port: number
  host: string
  dataFolder: string
  onLoopback: boolean
  origins: readonly string[]
  socketsPerAddress: number
  archiveDays: number
  logLevel: string
}

/** Throws an error that names each variable that does not fit. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = environment.safeParse(env)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration does not fit:\n${lines.join('\n')}`)
  }
  const { data } = read
  return {
    port: data.KINTSUGI_PORT,
    host: data.KINTSUGI_HOST,
    dataFolder: data.KINTSUGI_DATA,
    onLoopback: loopback.includes(data.KINTSUGI_HOST),
    origins: data.KINTSUGI_ORIGINS,
    socketsPerAddress: data.KINTSUGI_SOCKETS_PER_ADDRESS,
    archiveDays: data.KINTSUGI_ARCHIVE_DAYS,
    logLevel: data.KINTSUGI_LOG,
  }
}
