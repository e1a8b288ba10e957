import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'

/** What a front answers instead of the server behind it; undefined where it passes the request on. */
export type Instead = (path: string) => { status: number; type?: string; body?: string } | undefined

export interface Front {
  readonly url: string
  instead: Instead
  close(): Promise<void>
}

/** Stands in front of the server, so that one can deploy another build before a browser's eyes. */
export async function openFront(behind: string): Promise<Front> {
  const { hostname, port } = new URL(behind)
  const front: { instead: Instead } = { instead: () => undefined }
  const server = createServer((asked, answer) => {
    const instead = front.instead(asked.url ?? '')
    if (instead) {
      answer.writeHead(instead.status, {
        'content-type': instead.type ?? 'text/plain',
        'cache-control': 'no-cache',
      })
      answer.end(instead.body)
      return
    }
    const { method, url: path, headers } = asked
    const onward = request({ hostname, port, method, path, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  })
  server.on('upgrade', (asked: IncomingMessage, socket) => {
    const onward = connect(Number(port), hostname, () => {
      const lines = asked.rawHeaders.flatMap((name, i, all) =>
        i % 2 === 0 ? [`${name}: ${all[i + 1]}`] : [],
      )
      onward.write(`${[`GET ${asked.url} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`)
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://localhost:${address.port}`,
    get instead() {
      return front.instead
    },
    set instead(next) {
      front.instead = next
    },
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
