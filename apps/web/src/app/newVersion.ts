import { createCell } from '../live/readable.ts'

/** Whether this page is older than what the server serves now. `needed`: a part of it is not to be had any more. */
export const newVersion = createCell<'none' | 'there' | 'needed'>('none')

/**
 * Whether the page the server serves names other parts than this one. False where it does not answer. A plain request,
 * which the service worker leaves to the network.
 */
export async function pageMovedOn(): Promise<boolean> {
  const script = document.querySelector('script[type=module][src]')?.getAttribute('src')
  if (!script?.startsWith('/assets/')) return false
  try {
    const response = await fetch('/', { cache: 'no-store' })
    return response.ok && !(await response.text()).includes(script)
  } catch {
    // No network: nothing is known, and the part may still come.
    return false
  }
}
