/** What a chat shows around a message: not said by anybody. */
const furniture: RegExp[] = [
  /^[(（]?(?:edited|編集済み|編集されました)[)）]?$/i,
  /^\d{1,4} repl(?:y|ies)\b.{0,120}$/i,
  /^\d{1,4} ?件の返信.{0,80}$/,
  /^(?:last reply|view thread|view newer replies|also sent to the channel|add reaction|new messages?)\b.{0,60}$/i,
  /^replied to a thread:.{0,300}$/i,
  /^(?:最終返信|スレッドを表示|チャンネルにも(?:投稿|送信)|リアクションを追加|スレッドに返信しました).{0,60}$/,
  /^(?:new|新着)$/i,
  /^\[(?:スタンプ|写真|動画|ボイスメッセージ|ファイル|アルバム|ノート|Sticker|Photo|Video|Voice message|File|Album|Note)\]$/i,
  /^!\[[^\]]{0,100}\]\(https:\/\/[^)\s]{1,300}\)$/,
]
const emoji = String.raw`(?::[a-z0-9_+'-]{1,40}:|\p{Extended_Pictographic}[\ufe0f\u200d\p{Emoji_Modifier}\p{Extended_Pictographic}]{0,8})`
const reactions = new RegExp(`^(?:${emoji} ?\\d{1,4} ?)+$`, 'u')
const emojiOnly = new RegExp(`^${emoji}$`, 'u')
const editedBehind = / ?[(（](?:edited|編集済み)[)）]$/i

const coming: RegExp[] = [
  /^(?:has )?(?:joined|left) (?:#\S+|the (?:channel|conversation|chat|group))(?: along with .{1,60})?\.?$/i,
  /^was added to (?:#\S+|the (?:channel|conversation|chat)) by .{1,80}$/i,
  /^has renamed the channel .{1,200}$/i,
  /^(?:.{1,60}(?:が|さんが) ?)?(?:#\S{1,80}|この?チャンネル|チャンネル) ?(?:に参加|から退出|を退出)しました。?(?:（.{0,60}）)?$/,
  /^.{1,80} (?:has )?(?:joined|left) (?:#\S+|the (?:channel|conversation|chat|group))\.?$/i,
  /^.{1,60}が(?:.{1,60}を)?(?:グループ|トーク|トークルーム)(?:に参加|に招待|に追加|から退出|を退出|を退会)しました。?$/,
  /^.{1,60}が.{1,60}(?:をチャット|を会話|をチャンネル)に追加しました。?$/,
]

const comingLine = /^(?:has )?(?:joined|left) #\S{1,80}(?: along with .{1,60})?\.?$/i

/** Somebody coming or going. */
export const isComing = (text: string): boolean => text.length <= 300 && coming.some((one) => one.test(text))

/** What a saved talk says of itself above its first message. */
export const isPreamble = (line: string): boolean =>
  /^\[LINE(?: WORKS)?\]|^(?:保存日時|Saved on) ?[:：]/i.test(line)

/** The words of a message: reactions, counts of replies and signs of editing are left out. */
export function saidLines(lines: readonly string[]): string[] {
  const said: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] ?? '').trim()
    if (
      line.length <= 400 &&
      (furniture.some((one) => one.test(line)) || reactions.test(line) || comingLine.test(line))
    )
      continue
    if (emojiOnly.test(line) && /^\d{1,4}$/.test((lines[i + 1] ?? '').trim())) {
      i++
      continue
    }
    said.push((lines[i] ?? '').trimEnd().replace(editedBehind, ''))
  }
  while (said.length > 0 && said[0]?.trim() === '') said.shift()
  while (said.length > 0 && said.at(-1)?.trim() === '') said.pop()
  return said.flatMap((line, i) => (line.trim() === '' && (said[i - 1] ?? '').trim() === '' ? [] : [line]))
}
