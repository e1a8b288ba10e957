/** One person as a list writes them. `attended` is null where nothing is said about it. */
export interface PersonWritten {
  name: string
  department: string
  role: string
  attended: boolean | null
}

const roles =
  /\b(?:owner|commander|ic|facilitator|scribe|on-?call|lead(?:er)?|manager|engineer|developer|responder|director|analyst|moderator|chair|author|reviewer|head|cto|vp|communications?|comms)\b|オーナー|司会|進行|書記|当番|リーダー|責任者|担当|マネージャ|指揮|連絡係|部長|課長|室長|エンジニア|議長|記録/i
const departments =
  /(?:部|課|室|本部|事業部|チーム|グループ|センター|局)$|^(?:営業|開発|基盤|サポート|運用|広報|法務|人事|経理|情シス|品質保証|決済|企画|総務)|\b(?:team|dept|department|group|platform|support|sales|operations|ops|sre|engineering|security|legal|marketing|product|finance|infra(?:structure)?|qa|cs|it)\b/i

/** ○ and ×, yes and no, 出席 and 欠席. */
export function saysAttended(words: string): boolean | null {
  const text = words.normalize('NFKC').trim().toLowerCase()
  if (/^(?:×|✗|✘|no?|absent|not? attend\w*|did not attend|欠席?|不参加|未出席|ng)$/.test(text)) return false
  if (/^(?:○|◯|◎|✓|✔|☑|x|yes|y|attended|attending|present|出席?|参加|済|出|ok)$/.test(text)) return true
  return null
}

/** What stands beside a name: a department, a role, whether they came. */
function describe(person: PersonWritten, words: string): PersonWritten {
  const described = { ...person }
  for (const piece of words.split(/[,、/／・;；|]/).map((part) => part.trim())) {
    if (piece === '') continue
    const came = saysAttended(piece)
    if (came !== null) described.attended = came
    else if (described.department === '' && (departments.test(piece) || !roles.test(piece)))
      described.department = piece
    else if (described.role === '') described.role = piece
    else described.role = `${described.role}, ${piece}`
  }
  return described
}

const bare = (name: string): string =>
  name
    .replace(/^[\s@*・-]+|[\s*。.、,]+$/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u3040-\u30ff\u4e00-\u9fff])(?:さん|氏|様)$/, '')

/** `Name (Department, role)`, `Name - Role`, `名前（部署）`. */
export function personWritten(text: string): PersonWritten {
  const blank: PersonWritten = { name: '', department: '', role: '', attended: null }
  const words = text.slice(0, 400).trim()
  const bracketed = /^([^()（）]{1,100})[(（]([^()（）]{1,120})[)）]\s*[-–—:：,、]?\s*([^()（）]*)$/.exec(
    words,
  )
  if (bracketed) {
    const [, name = '', inner = '', behind = ''] = bracketed
    return describe(describe({ ...blank, name: bare(name) }, inner), behind)
  }
  const divided = /^([^:：|,、]{1,60}?)(?:\s+[-–—|]\s+|\s*[:：]\s*|\s*[,、]\s*)(\S.*)$/.exec(words)
  if (!divided) return { ...blank, name: bare(words) }
  const [, name = '', rest = ''] = divided
  return describe({ ...blank, name: bare(name) }, rest)
}

/** Cuts at commas that stand outside brackets. */
function pieces(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    if (/[(（]/.test(sign)) depth++
    else if (/[)）]/.test(sign)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[,、;；]/.test(sign)) {
      found.push(text.slice(from, i))
      from = i + 1
    }
  }
  found.push(text.slice(from))
  return found.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

/** `A (X), B (Y)`, `基盤: 鈴木、佐藤`, `Incident commander: A`; one person where nothing tells several. */
export function personsIn(text: string): PersonWritten[] {
  const words = text.slice(0, 4000).trim()
  const headed = /^([^:：()（）,、]{1,40})\s*[:：]\s*(\S.*)$/.exec(words)
  const [, head = '', rest = ''] = headed ?? []
  if (
    headed &&
    (departments.test(head) || roles.test(head)) &&
    !departments.test(rest.split(/[(（]/)[0] ?? '')
  ) {
    const isDepartment = departments.test(head)
    return pieces(rest).map((piece) => {
      const person = personWritten(piece)
      return isDepartment
        ? { ...person, department: person.department || head.trim() }
        : { ...person, role: person.role || head.trim() }
    })
  }
  // `RF SC AN`: initials.
  const several = /^[A-Z]{2,3}(?: [A-Z]{2,3})+$/.test(words) ? words.split(' ') : pieces(words)
  // `Alice, Platform, on call` is one; `Alice, Bob` and `Alice (X), Bob (Y)` are two.
  const one =
    several.length === 1 ||
    /^[^()（）]{1,100}[(（][^()（）]*[)）]\s*$/.test(words) ||
    several.slice(1).every((piece) => (roles.test(piece) || departments.test(piece)) && !/[(（]/.test(piece))
  return one ? [personWritten(words)] : several.map(personWritten)
}
