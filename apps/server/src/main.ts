import { createApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { openLog } from './log.ts'
import { openStorage } from './storage/openStorage.ts'

const day = 24 * 60 * 60 * 1000

async function main(config: Config): Promise<void> {
  const log = openLog(config.logLevel)
  const storage = await openStorage(config.dataFolder)
  const app = await createApp({ config, storage, log })

  const dropArchive = (): void => {
    const before = new Date(Date.now() - config.archiveDays * day).toISOString()
    try {
      storage.log.dropArchive(before)
    } catch (error) {
      // With a disk that takes nothing boards are read all the same; tomorrow it is tried again.
      log.warn({ err: error }, 'the archive could not be cleared of what is old')
    }
  }
  dropArchive()
  setInterval(dropArchive, day).unref()

  let closing = false
  const close = async (signal: string): Promise<void> => {
    if (closing) return
    closing = true
    log.info({ signal }, 'going down')
    // Everything acknowledged is on disk; whatever hangs now is not worth waiting for.
    setTimeout(() => process.exit(0), 5000).unref()
    await app.close()
    storage.close()
    process.exit(0)
  }
  process.on('SIGINT', (signal) => void close(signal))
  process.on('SIGTERM', (signal) => void close(signal))

  app.server.on('error', (error) => fail(`Port ${config.port} cannot be used: ${error.message}`))
  app.server.listen(config.port, config.host, () => {
    const address = app.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : config.port
    const url = `http://localhost:${port}`
    log.info({ url, data: config.dataFolder }, 'Kintsugi is ready')
    // The log is for machines; whoever started us wants to know where to click.
    process.stderr.write(`\n  Kintsugi is ready. Open ${url} and click “New postmortem”.\n\n`)
  })
}

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}

try {
  await main(readConfig(process.env))
} catch (error) {
  fail(error instanceof Error ? error.message : String(error))
}
