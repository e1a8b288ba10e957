import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds serious or worse on a page, or in one part of it, once nothing of it moves any more. */
export async function seriousOf(page: Page, part?: string): Promise<string[]> {
  // Half faded in, everything lacks contrast. What never ends is not waited for.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  )
  await page.evaluate(axe.source)
  return page.evaluate(async (selector) => {
    const loaded = (window as unknown as { axe: typeof axe }).axe
    const { violations } = await loaded.run(selector ?? document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  }, part)
}
