/** The short texts of the incident report, where people wrote their own; the others follow the board. */
export const ja = {
  to: '加盟店 各位',
  from: '決済サービス 障害対策チーム',
  first: {
    headline: '決済サービスの障害について（第一報）',
    situation:
      '4月18日 21時47分頃より、一部の決済が完了しない事象が発生しております。現在、原因を調査しております。',
    impact: '決済を伴うご注文のおよそ 4 割が失敗しております。二重請求は確認されておりません。',
    cause: '調査中です。',
    outlook: '22時50分までに次の状況をお知らせいたします。',
  },
  interim: {
    headline: '決済サービスの障害について（続報）',
    situation:
      '22時45分に直前の設定変更を差し戻し、新しいご注文は正常に処理されております。引き続き監視しております。',
    cause: '決済APIのタイムアウト設定が、本番環境で想定と異なる値になっておりました。',
    outlook: '失敗したご注文の一覧を加盟店様ごとにお送りいたします。',
  },
  final: {
    headline: '決済サービスの障害について（最終報）',
    outlook:
      '再発防止策の進捗は、5月末に改めてご報告いたします。ご迷惑をおかけしましたことを深くお詫び申し上げます。',
  },
}
export const en: typeof ja = {
  to: 'Our merchants',
  from: 'Payment service, incident team',
  first: {
    headline: 'Payment service disruption: first report',
    situation: 'Since about 21:47 on 18 April some payments do not complete. We are looking for the cause.',
    impact: 'About four in ten orders that need a payment fail. No double charge is known.',
    cause: 'Under investigation.',
    outlook: 'We will write again by 22:50.',
  },
  interim: {
    headline: 'Payment service disruption: update',
    situation:
      'At 22:45 we rolled back a recent change of settings. New orders are processed normally, and we keep watching.',
    cause: 'The timeout of the payment API had another value in production than intended.',
    outlook: 'Each merchant will receive the list of their failed orders.',
  },
  final: {
    headline: 'Payment service disruption: final report',
    outlook:
      'We will report on the progress of the measures at the end of May. We are sorry for the trouble this has caused.',
  },
}
