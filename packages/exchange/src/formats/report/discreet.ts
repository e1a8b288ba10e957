import type { BoardSnapshot } from '@kintsugi/model'
import type { Words } from '@kintsugi/words'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const latin = /^[\p{Script=Latin}\s.'’-]+$/u

/**
 * Takes the names of people out of a text: a report speaks of roles. Known are the people of the board and its owner;
 * a name that stands nowhere on the board is not known, so whoever sends a report still reads it.
 */
export function discreetly({ people, incident }: BoardSnapshot, t: Words): (text: string) => string {
  const roles = new Map<string, string>()
  for (const { name, role, department } of people) {
    const said = role || department || t('report.derived.someone')
    if (name.trim() !== '') roles.set(name.trim(), said)
  }
  const owner = incident.owner.trim()
  if (owner !== '' && !roles.has(owner)) roles.set(owner, t('report.derived.someone'))
  const patterns = [...roles]
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([name, role]): [RegExp, string] => {
      const edge = latin.test(name)
      const title = '(?:\\s?(?:さん|氏|様|君|くん|ちゃん))?'
      const body = `${escaped(name)}${title}`
      return [new RegExp(edge ? `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])` : body, 'gu'), role]
    })
  return (text) => patterns.reduce((said, [pattern, role]) => said.replace(pattern, () => role), text)
}
