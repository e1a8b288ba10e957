import type { ready as en } from '../en/ready.ts'
import type { Translation } from '../translation.ts'

export const ready = {
  title: '会議の準備はできましたか',
  chip: '準備: {{total}} 件中 {{count}} 件が整っています。足りないものを見る',
  chipShort: '準備 {{count}}/{{total}}',
  about_one: 'あと {{count}} 件あると、話が早く進みます。なくても始められます。',
  about_other: 'あと {{count}} 件あると、話が早く進みます。なくても始められます。',
  allThere: 'すべて整いました。よい会議を。',
  missing: 'あると助かるもの',
  there: '整っているもの',
  go: '開く',
  goTo: '開く: {{what}}',
  addFrom: '{{name}}から参加者を追加',
  points: {
    owner: {
      missing: '受け持つ人がまだ決まっていません',
      why: '資料を集め、会議を開く人を一人決めます。',
      there: 'オーナー: {{names}}',
    },
    meetingTime: {
      missing: '会議の日時がまだ決まっていません',
      why: '3 営業日以内なら、見えていたことをまだ覚えています。',
      there: '会議の日時',
    },
    meetingHours: {
      missing: '会議の日時が{{off}}です',
      why: '対応した人には休息が要ります。次の営業日を提案できます。',
      there: '勤務時間内の開催',
    },
    meetingSoon: {
      missing: '会議は復旧から {{count}} 営業日後です',
      why: '{{most}} 営業日以内なら記憶が新しいうちに話せます。それまでに、見えていたことを書き留めてもらいましょう。',
      there: '復旧から {{most}} 営業日以内の開催',
    },
    summary: {
      missing: '要約がまだありません',
      why: '5 文あれば、会議の最初の 10 分を説明に使わずに済みます。',
      there: '要約',
    },
    impact: {
      missing: '影響がまだ書かれていません',
      why: '利用者に何が起きたかで、どこまで掘り下げるかが決まります。',
      there: '影響',
    },
    impactNumbers: {
      missing: '影響に数字がありません',
      why: '何件、いつからいつまで。数字があると、同じ出来事を見て話せます。',
      there: '数字の入った影響',
    },
    timeline: {
      missing: 'タイムラインが空です',
      why: 'アラートやチャットは事前に取り込みます。会議は時刻集めではなく「なぜ」のための時間です。',
      there_one: 'タイムライン {{count}} 件',
      there_other: 'タイムライン {{count}} 件',
    },
    detection: {
      missing: '「検知」の印が付いた記録がありません',
      why: 'どう気づいたかは、学びの半分です。',
      there: '検知の印',
    },
    beforeDetection: {
      missing: '検知より前の記録がありません',
      why: '起こり得た理由は、気づく前にあります。きっかけの変更や最初の兆候を探しましょう。',
      there_one: '検知より前の記録 {{count}} 件',
      there_other: '検知より前の記録 {{count}} 件',
    },
    evidence: {
      missing: '根拠のある記録は {{total}} 件中 {{count}} 件です',
      why: '記憶の食い違いも、リンクや抜粋があれば一分で確かめられます。',
      there: '根拠のある記録 {{count}}/{{total}} 件',
    },
    chat: {
      missing: 'チャットがまだ取り込まれていません',
      why: 'その時に見えていたこと、考えていたことが残っています。消える前に貼り付けておきましょう。',
      there_one: 'チャット {{count}} 件',
      there_other: 'チャット {{count}} 件',
    },
    responders: {
      missing: 'オーナーのほかに参加者がいません',
      why: '対応した人は、アラートに写らないことを知っています。',
      there_one: '参加者 {{count}} 人',
      there_other: '参加者 {{count}} 人',
    },
    departments: {
      missing_one: 'まだ誰も参加していない部署が {{count}} つあります',
      missing_other: 'まだ誰も参加していない部署が {{count}} つあります',
      why: '部署ごとに、別の面が見えています。',
      there: '呼ぶ予定の部署がすべて参加',
    },
    threeDepartments: {
      missing_one: 'いまは {{count}} 部署です',
      missing_other: 'いまは {{count}} 部署です',
      why: '三つ以上そろうと、「よその話」で終わりにくくなります。',
      there: '{{count}} 部署が参加',
    },
    customerSide: {
      missing: 'サポートや営業の人がいません',
      why: 'お客様にどう見えていたかを、多くの場合いちばん先に聞いています。',
      there: 'サポートまたは営業が参加',
    },
    unnamed: {
      missing_one: '名前の決まっていない席が {{count}} つあります',
      missing_other: '名前の決まっていない席が {{count}} つあります',
      missingFrom_one: '名前の決まっていない席が {{count}} つあります（{{names}}）',
      missingFrom_other: '名前の決まっていない席が {{count}} つあります（{{names}}）',
      why: '誰が出られるか、部署に聞いてみましょう。',
      there: '全員の名前が決まっています',
    },
    invitation: {
      missing: '招待がまだ送られていません',
      why: '約束ごとは招待に入っています。会議の場ではなく、前もって読んでもらうものです。',
      there: '約束ごと入りの招待を用意済み',
    },
    rulesRead: {
      missing: '約束ごとを確認した人は {{total}} 人中 {{count}} 人です',
      why: 'ボードを開くと表示されます。もう一度アドレスを送りましょう。',
      there: '{{total}} 人全員が約束ごとを確認',
    },
    checklist: {
      missing: '会議前の確認事項は {{total}} 件中 {{count}} 件が済んでいます',
      why: '済んだものに、下で印を付けます。',
      there: '会議前の確認事項 {{total}} 件がすべて済み',
    },
  },
  off: { weekend: '週末', holiday: '祝日', yearEnd: '年末年始の休み', night: '勤務時間の外' },
  checklist: {
    title: '確認事項',
    from: '「{{name}}」より',
    whole: '全体',
    none: 'まだありません。テンプレートを使うか、自分たちで書き足せます。',
    add: '確認事項を追加',
    addNow: '追加',
    remove: '「{{name}}」を外す',
    step: '確認事項 {{count}}/{{total}}（この手順）',
  },
  templates: 'テンプレートを使う…',
} satisfies Translation<typeof en>
