const allowed = /^(?:https?:\/\/|mailto:)\S+$/i

/** The address if it may be followed (http, https, mailto), else nothing: what is stored may be older than the rule. */
export function safeHref(url: unknown): string | undefined {
  return typeof url === 'string' && allowed.test(url) ? url : undefined
}

/** Where a link leads, short: for links without a label. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host || url : url
}

/** Nothing of ours is told to where a link leads. */
export const linkRel = 'noreferrer noopener nofollow'
