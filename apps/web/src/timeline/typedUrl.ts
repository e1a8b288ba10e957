/** A host with a dot in it, perhaps a port, perhaps a path: what an address bar would take as well. */
const hostFirst = /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+(:\d{1,5})?([/?#]\S*)?$/u

/** What a person types or pastes as a link. Browsers copy addresses without their scheme, and nobody types one. */
export function typedUrl(typed: string): string {
  const text = typed.trim()
  return hostFirst.test(text) ? `https://${text}` : text
}
