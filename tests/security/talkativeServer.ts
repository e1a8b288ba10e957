import { builtForTests, freePort, ServerProcess } from '../bench/serverProcess.ts'

/** The built server, as talkative in its log as it can be made: that is evidence too. */
export async function talkativeServer(): Promise<ServerProcess> {
  builtForTests()
  const server = new ServerProcess(await freePort(), { env: { KINTSUGI_LOG: 'debug' } })
  await server.start()
  return server
}
