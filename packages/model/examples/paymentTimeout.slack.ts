import { plainTextOf } from '../src/richText.ts'
import { id } from './drafting.ts'
import { paymentTimeout } from './paymentTimeout.ts'

type Language = 'ja' | 'en'
type Who = 'suzuki' | 'sato' | 'takahashi' | 'maria' | 'tanaka' | 'watch'
interface Said {
  clock: string
  who: Who
  /** What the board's timeline says at that time, or chatter. */
  words: string
  /** What Slack shows under the message. */
  under?: string
}

const names: Record<Language, Record<Who, string>> = {
  ja: { suzuki: '鈴木', sato: '佐藤', takahashi: '高橋', maria: 'Maria', tanaka: '田中', watch: 'Datadog' },
  en: {
    suzuki: 'Suzuki',
    sato: 'Sato',
    takahashi: 'Takahashi',
    maria: 'Maria',
    tanaka: 'Tanaka',
    watch: 'Datadog',
  },
}

/** Who wrote what of the timeline: all its messages, decisions and actions, and the first alert. */
const written: [entry: string, who: Who, under?: string][] = [
  ['notice', 'suzuki'],
  ['alert', 'watch', ':rotating_light:\n3\n'],
  ['ack', 'maria', ':eyes:\n4\n'],
  ['declare', 'maria'],
  ['database', 'maria'],
  ['phone', 'tanaka'],
  ['norestart', 'maria'],
  ['compare', 'suzuki'],
  ['decide', 'maria', ':+1:\n5\n'],
  ['steps', 'maria'],
  ['rollback', 'maria', ':tada:\n6\n'],
  ['orders', 'suzuki'],
  ['merchants', 'tanaka'],
]
const chatter: Record<Language, Said[]> = {
  ja: [
    {
      clock: '21:56',
      who: 'sato',
      words: 'こちらにも問い合わせが来始めています。会員サイトの告知はサポートで用意しますか？',
    },
    { clock: '21:57', who: 'takahashi', words: '用意します。文面ができたらここに貼ります' },
    {
      clock: '22:05',
      who: 'maria',
      words: '> こちらにも問い合わせが来始めています\n件数が分かったら教えてください (編集済み)',
    },
    { clock: '22:07', who: 'sato', words: '今のところ 11 件です。すべて決済画面で止まるというものでした' },
    { clock: '22:23', who: 'suzuki', words: '22:30 に一度まとめます' },
    {
      clock: '22:32',
      who: 'suzuki',
      words: '差し戻し、こちらで見ています',
      under: '3 件の返信\n最終返信: 今日の 22:40\n',
    },
    { clock: '22:46', who: 'sato', words: '決済画面、手元では通りました' },
    { clock: '24:12', who: 'suzuki', words: 'ありがとうございました。月曜に振り返りの場を設けます' },
    { clock: '24:13', who: 'maria', words: 'お疲れさまでした' },
  ],
  en: [
    { clock: '21:56', who: 'sato', words: 'We get inquiries, too. Will support prepare the notice?' },
    { clock: '21:57', who: 'takahashi', words: 'Yes. I will paste the text here as soon as I have it' },
    {
      clock: '22:05',
      who: 'maria',
      words: '> We get inquiries, too\nPlease tell me how many there are (edited)',
    },
    { clock: '22:07', who: 'sato', words: 'Eleven so far, all of them stuck on the payment screen' },
    { clock: '22:23', who: 'suzuki', words: "Let's sum up at 22:30" },
    {
      clock: '22:32',
      who: 'suzuki',
      words: 'I am watching the rollback',
      under: '3 replies\nLast reply today at 10:40 PMView thread\n',
    },
    { clock: '22:46', who: 'sato', words: 'A payment of mine just went through' },
    { clock: '24:12', who: 'suzuki', words: 'Thank you all. Let us look back on Monday' },
    { clock: '24:13', who: 'maria', words: 'Good night' },
  ],
}

/** `21:52` on Tokyo's clock; from midnight on 24 and more, so that it sorts. */
function clockOf(instant: string): string {
  const minutes = Math.floor((Date.parse(instant) - Date.UTC(2026, 3, 17, 15)) / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

function conversation(language: Language): Said[] {
  const { timeline } = paymentTimeout[language]
  const facts = written.flatMap(([name, who, under = '']): Said[] => {
    const entry = timeline.find((one) => one.id === id(`entry-${name}`))
    return entry?.at ? [{ clock: clockOf(entry.at), who, words: plainTextOf(entry.text), under }] : []
  })
  return [...facts, ...chatter[language]].toSorted((a, b) => a.clock.localeCompare(b.clock))
}

/** As Slack's client shows a time under a name, or in place of it where the same person goes on. */
function shown(clock: string, language: Language, goesOn: boolean): string {
  const [hours = 0, minute = ''] = [Number(clock.split(':')[0]), clock.split(':')[1]]
  const half = hours % 24 < 12 ? 'AM' : 'PM'
  if (language === 'ja') return goesOn ? `${hours % 24}:${minute}` : `  ${hours % 24}:${minute}`
  const twelve = `${hours % 12 || 12}:${minute}`
  return goesOn ? twelve : `  ${twelve} ${half}`
}

function paste(language: Language): string {
  const day = language === 'ja' ? '2026年4月18日（土）' : 'Saturday, April 18th, 2026'
  let last: Who | null = null
  const messages = conversation(language).map(({ clock, who, words, under = '' }) => {
    const goesOn = who === last
    last = who
    const badge = who === 'watch' ? (language === 'ja' ? 'アプリ\n' : 'APP\n') : ''
    const head = goesOn ? '' : `\n\n${names[language][who]}\n${badge}`
    return `${head}${shown(clock, language, goesOn)}\n${words}\n${under}`
  })
  return `${day}\n${messages.join('\n')}`
}

/** The incident's channel as it comes out of Slack's client when it is copied: on Tokyo's clock, in that language's interface. */
export const paymentTimeoutSlack: Record<Language, string> = { ja: paste('ja'), en: paste('en') }

/** An excerpt of the payment service's log, in the same minutes. */
export const paymentTimeoutLog = `2026-04-18T21:47:03+09:00 INFO  deploy #1842 rolled out: payment.timeout=3s (was 10s)
2026-04-18T21:49:12.301+09:00 WARN  provider answered after 3184 ms
2026-04-18T21:49:12.302+09:00 ERROR payment failed: timeout after 3000 ms
java.net.SocketTimeoutException: Read timed out
	at com.example.pay.ProviderClient.charge(ProviderClient.java:88)
	at com.example.pay.PaymentService.pay(PaymentService.java:41)
2026-04-18T21:52:10+09:00 ERROR success rate 0.62 below 0.80 for 5 min
2026-04-18T22:10:00+09:00 INFO  db pool active=14 max=50 waiting=0
2026-04-18T22:44:51+09:00 INFO  deploy #1843 rolled out: payment.timeout=10s
2026-04-18T22:45:40+09:00 ERROR payment failed: timeout after 3000 ms
2026-04-19T00:10:02+09:00 INFO  success rate 0.998
`
