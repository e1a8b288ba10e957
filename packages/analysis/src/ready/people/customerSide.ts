import { resolveDepartment } from '@kintsugi/model'
import type { ReadyCheck } from '../check.ts'

/** How companies call those who hear what customers saw. */
const called =
  /support|sales|customer|success|help ?desk|service desk|account|サポート|営業|カスタマー|顧客|お客様|窓口|コールセンター|^(cs|cx)$/i

export const customerSide = {
  code: 'customerSide',
  at: 'people',
  judge({ snapshot, departments }) {
    const hears = (name: string): boolean => {
      const meant = resolveDepartment(departments, name)?.department
      return [name, ...(meant ? [meant.name, ...meant.aliases] : [])].some((each) =>
        called.test(each.normalize('NFKC').trim()),
      )
    }
    return { missing: !snapshot.people.some(({ department }) => hears(department)) }
  },
} satisfies ReadyCheck
