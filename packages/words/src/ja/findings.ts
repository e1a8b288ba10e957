import type { findings as en } from '../en/findings.ts'
import type { Translation } from '../translation.ts'

export const findings = {
  severity: { info: 'ヒント', warning: '継ぎどころ', error: '確定の前に' },
  incident: {
    ownerMissing: {
      what: 'オーナーが決まっていません。',
      why: 'オーナーが会議を準備し、対策を最後まで見届けます。',
    },
    summaryMissing: {
      what: '要約がありません。',
      why: '多くの読み手は要約だけを読みます。',
    },
    summaryTooLong: {
      what: '要約が {{count}} 文あります。{{most}} 文で足ります。',
      why: '短い要約は読まれ、覚えられます。',
    },
    impactMissing: {
      what: '影響が書かれていません。',
      why: '誰に、どれだけ、どのくらいの時間。それで変えるべき大きさが決まります。',
    },
    impactWithoutNumber: {
      what: '影響に数字がありません。',
      why: '件数、時間、割合。数字があれば後から比べられます。',
    },
    meetingLate: {
      what: '開催が、復旧から {{count}} 営業日後です（目安は {{most}} 営業日以内）。',
      why: '記憶は数日で薄れます。見えていたこと、考えたことは、開催の前に書き留めておくと残ります。',
    },
    publicationLate: {
      what: '復旧から {{count}} 日たっています（公開の目安は {{most}} 日以内）。',
      why: '遅れても、公開する意味はあります。何に時間がかかったかも残しておくと、次が早くなります。',
    },
  },
  people: {
    tooFewDepartments: {
      what: '参加する部署は {{count}} つです。{{least}} つ以上あると見え方が広がります。',
      why: 'サポート、営業、QA は、対応者から見えない面を知っています。',
    },
  },
  timeline: {
    noEntries: {
      what: 'タイムラインが空です。',
      why: '何がどの順に起きたかが、すべての土台になります。',
    },
    startsAtDetection: {
      what: '検知より前の記録がありません。',
      why: '起こり得た理由は、誰かが気づく前にあります。',
    },
    milestoneMissing: {
      what: '「$t(terms.milestone.{{milestone}})」の印が付いた記録がありません。',
      why: 'これを使う所要時間は不明のままになります。',
    },
    milestoneOrder: {
      what: '「$t(terms.milestone.{{later}})」が「$t(terms.milestone.{{earlier}})」より前にあります。',
      why: '実際にそうなら一言添えると読み手が助かります。そうでなければ、どちらかの時刻がずれています。',
    },
    onlySuggestedMilestones: {
      what: 'マイルストーン {{count}} 件は、すべて未確認の推定です。',
      why: '言葉から読み取ったものです。所要時間はこれをもとに計算されます。',
    },
    silentGap: {
      what: '{{ms, duration}}、記録がありません。',
      why: '待つ、探す、尋ねることも対応の一部です。',
    },
    timeMissing: {
      what: '時刻のない記録が {{count}} 件あります。',
      why: '軸の上に置けません。おおよその時刻（頃）で足ります。',
    },
    spanReversed: {
      what: '終わりが始まりより前の記録が {{count}} 件あります。',
      why: 'どちらかの時刻がずれているか、間に日付の変わり目があります。',
    },
    milestoneUnproven: {
      what: '根拠のないマイルストーンが {{count}} 件あります。',
      why: 'アラート、グラフ、連絡へのリンクがあれば、所要時間を誰でも確かめられます。',
    },
    decisionUnexplained: {
      what: '見えていたことと考えが書かれていない判断が {{count}} 件あります。',
      why: 'そのとき妥当だった理由こそ、ほかの人が学べるものです。',
    },
    noDecision: {
      what: 'タイムラインに判断がありません。',
      why: 'どんな選択肢があり、選んだとき何が分かっていましたか。',
    },
    responseNotReviewed: {
      what: '「うまくいった・改善できる・幸運」の印がまだありません。',
      why: 'うまくいったことは使い回せます。幸運は二度続きません。',
    },
  },
  causes: {
    noCauses: {
      what: '因果グラフが空です。',
      why: 'なぜ起こり得たのか。どの仕組みがなかったのか。',
    },
    noRootCause: {
      what: '根本原因がまだありません。',
      why: '変えられる構造まで、まだたどり着いていません。',
    },
    rootUnanswered: {
      what: '対策もリスク受容もない根本原因が {{count}} 件あります。',
      why: '対策で継ぐか、理由を添えて受容するか。どちらも答えです。',
    },
    unproven: {
      what: '根拠のない「確認済み」の原因が {{count}} 件あります。',
      why: 'タイムラインの記録を結ぶか、「可能性」にします。',
    },
    singleBranch: {
      what: 'グラフが一本道です。',
      why: 'インシデントは、いくつかの条件が重なって起こります。ほかに何がそうでなければなりませんでしたか。',
    },
    cycle: {
      what: '互いに原因になって輪を作っている原因が {{count}} 件あります。',
      why: '輪だけでは説明になりません。つながりの向きが一つ逆かもしれません。',
    },
    onlyTechnical: {
      what: 'プロセスや組織の層の原因がありません。',
      why: '技術の原因が、なぜ仕事の進め方をすり抜けたのでしょうか。',
    },
    whyOpen: {
      what: '答えのない「なぜ?」が {{count}} 件あります。',
      why: '答えを書くか、誰にも分からなければ外します。',
    },
  },
  kpt: {
    keepMissing: {
      what: 'Keep（継続）がありません。',
      why: 'うまくいったことは、ほかでも使えます。',
    },
    problemMissing: {
      what: 'Problem（問題）がありません。',
      why: 'やりにくかったところに、継ぐべき場所があります。',
    },
  },
  actions: {
    noActions: {
      what: '対策がありません。',
      why: '次は何が変わっていますか。',
    },
    assigneeMissing: {
      what: '担当のない対策が {{count}} 件あります。',
      why: '人でも役割でも。最後まで見届ける人を。',
    },
    dueMissing: {
      what: '期限のない対策が {{count}} 件あります。',
      why: '日付のない対策は、次のインシデントまで待つことになります。',
    },
    causeMissing: {
      what: 'どの原因にも応えていない対策が {{count}} 件あります。',
      why: '原因と結ぶと、何を継ぐ対策なのかが見えます。',
    },
    aimMissing: {
      what: 'ねらいのない対策が {{count}} 件あります。',
      why: '予防・検知・限定・復旧。ねらいが金になります。',
    },
    doneWhenMissing: {
      what: '完了条件のない対策が {{count}} 件あります。',
      why: '確かめられる状態があれば、「徹底」や「注意」が言葉で終わりません。',
    },
    noPrevent: {
      what: '起こさないための対策がありません。',
      why: '「起こさない」と「流出しない」の両方が要ります。',
    },
    noContain: {
      what: '検知・限定・復旧の対策がありません。',
      why: '「起こさない」と「流出しない」の両方が要ります。',
    },
    interimAlone: {
      what: '恒久対策を伴わない暫定対策が {{count}} 件あります。',
      why: '暫定対策は薄れていきますが、原因は残ります。',
    },
  },
} satisfies Translation<typeof en>
