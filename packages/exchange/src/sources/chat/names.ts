const badge = /^(?:APP|BOT|WORKFLOW|アプリ|ボット|ワークフロー)$/i
/** Glued to the name in some clients: `DatadogAPP`. */
const badgeBehind = /(?:\s(?:APP|BOT|WORKFLOW|アプリ|ワークフロー)|(?<=[a-zぁ-ん一-龠ァ-ヶ])APP)$/
const status = /(?:\s*:[a-z0-9_+'-]{1,40}:|\s+\p{Extended_Pictographic}\ufe0f?)$/u

export interface Shown {
  name: string
  app: boolean
}

/** A line between a name and its time that says something about the account. */
export const isBadge = (line: string): boolean =>
  badge.test(line) || /^(?::[a-z0-9_+'-]{1,40}:|\p{Extended_Pictographic}\ufe0f?)$/u.test(line)
export const saysApp = (line: string): boolean => badge.test(line)

/** A name without the badge and the status sign that stand behind it. */
export function shownName(text: string): Shown {
  let name = text.trim()
  let app = false
  for (let signs = 0; signs < 4; signs++) {
    if (badgeBehind.test(name)) {
      app = true
      name = name.replace(badgeBehind, '')
    } else if (status.test(name)) name = name.replace(status, '')
    else break
  }
  return {
    name: name
      .trim()
      .replace(/[:：,，]$/, '')
      .trim(),
    app,
  }
}

const never =
  /https?:|[。！？!?;；]$|^[>`•・#]|^[-*] |[{}<>=|\\"]|\d:\d\d|^[\d\s.,:]*$|^\(?(?:edited|編集済み)\)?$/i
const sentence =
  /(?:\b(?:at|by|until|till|from|since|around|about|before|after|is|was|the|to|and|update|eta)|[にはをがのでとも、]|から|まで|頃|ごろ|時点|予定|現在)$/i

/** Whether a line can be a name where the layout says that one stands there. */
export function canBeName(text: string): boolean {
  return text.length > 0 && text.length <= 80 && !never.test(text)
}

/** Whether a line is likely a name where hardly anything else says so. */
export function isLikelyName(text: string): boolean {
  return canBeName(text) && text.length <= 40 && text.split(/\s+/).length <= 5 && !sentence.test(text)
}
