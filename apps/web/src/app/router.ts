import { boardIdSchema } from '@kintsugi/model'
import { createCell } from '../live/readable.ts'

export type Route = { screen: 'home' } | { screen: 'board'; boardId: string } | { screen: 'unknown' }

export function routeOf(path: string): Route {
  if (path === '/' || path === '') return { screen: 'home' }
  const match = /^\/b\/([^/]+)\/?$/.exec(path)
  const id = boardIdSchema.safeParse(match?.[1])
  return id.success ? { screen: 'board', boardId: id.data } : { screen: 'unknown' }
}

export const route = createCell<Route>(routeOf(location.pathname))

/** Pages of the client only; what the server renders (`/p/…`) is an ordinary link. */
export function go(path: string): void {
  history.pushState(null, '', path)
  route.set(routeOf(location.pathname))
}
window.addEventListener('popstate', () => route.set(routeOf(location.pathname)))

/** Lets a plain link stay a link (middle click, copy address) and still not reload the page. */
export function followLink(event: React.MouseEvent<HTMLAnchorElement>): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  go(event.currentTarget.pathname)
}
