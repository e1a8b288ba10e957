import { type BoardSnapshot, plainTextOf } from '@kintsugi/model'
import type { Words } from '@kintsugi/words'
import type { Numbering } from './numbering.ts'

/** Longer words make boxes nobody can read; they stand whole in the table below. */
const longest = 80

/** Mermaid has entities of its own, `#quot;`; every sign that means something to it or to Markdown becomes one. */
const quoted = (text: string): string => {
  const plain = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const letters = [...plain]
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : plain
  return short.replace(/["'`#;<>&\\[\](){}|*_~$]/g, (sign) => `#${sign.charCodeAt(0)};`)
}

const shapes = { impact: ['([', '])'], root: ['[[', ']]'] } as const

/** The causal graph as a Mermaid flowchart: effect → cause, refuted causes dotted. */
export function mermaidOf({ causes, links }: BoardSnapshot, numbers: Numbering, t: Words): string {
  const ids = new Map(causes.map((cause) => [cause.id, cause]))
  const nodes = causes.map((cause) => {
    const [open, close] = cause.kind === 'impact' || cause.kind === 'root' ? shapes[cause.kind] : ['[', ']']
    const kind = t(`terms.causeKind.${cause.kind}`)
    return `  ${numbers.of(cause.id)}${open}"${quoted(kind)}: ${quoted(plainTextOf(cause.text))}"${close}`
  })
  const edges = links.flatMap(({ kind, from, to }) => {
    const cause = ids.get(to)
    if (kind !== 'because' || !ids.has(from) || !cause) return []
    const arrow = cause.certainty === 'refuted' ? '-. ✕ .->' : cause.certainty === 'possible' ? '-.->' : '-->'
    return [`  ${numbers.of(from)} ${arrow} ${numbers.of(to)}`]
  })
  return ['flowchart TD', ...nodes, ...edges].join('\n')
}
