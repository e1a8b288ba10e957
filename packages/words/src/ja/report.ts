import type { report as en } from '../en/report.ts'
import type { Translation } from '../translation.ts'

export const report = {
  title: { first: '障害報告書（第一報）', interim: '障害報告書（続報）', final: '障害報告書（最終報）' },
  stage: { first: '第一報', interim: '続報', final: '最終報' },
  stageHint: {
    first: '発生から間もない報告。分かっている事実と影響、いまの対応だけを伝えます。原因はまだ書きません。',
    interim: '途中の報告。経緯と、確かめられた原因、とった暫定対策を伝えます。',
    final: '終わってからの報告。原因、恒久対策、今後の予定までを一枚にまとめます。',
  },
  recipient: { person: '{{name}} 様', organisation: '{{name}} 御中' },
  timeZoned: '{{time}} ({{zone}})',
  asOf: '{{time}} 現在',
  facts: {
    began: '発生日時',
    detected: '検知日時',
    recovered: '復旧日時',
    lasted: '影響時間',
    services: '対象サービス',
    status: '現在の状況',
  },
  notYet: '未復旧',
  unknown: '確認中',
  status: { ongoing: '対応中', mitigated: '暫定復旧済み（経過観察中）', resolved: '復旧済み' },
  text: {
    headline: '件名',
    situation: '発生状況',
    impact: '影響範囲',
    cause: '原因',
    measures: '対応状況',
    outlook: '今後の予定',
  },
  finalText: { measures: '対応および再発防止策' },
  closing: '以上',

  derived: {
    lead: {
      firstOngoing:
        '{{began}} より、{{services}}において障害が発生しております。現在、復旧に向けて対応を進めております。',
      firstMitigated:
        '{{began}} より、{{services}}において障害が発生しました。暫定的な復旧を終え、経過を確認しております。',
      firstResolved: '{{began}} より、{{services}}において障害が発生しました。現在は復旧しております。',
      interimOngoing:
        '{{began}} より{{services}}において発生している障害について、その後の状況をご報告いたします。現在も対応を継続しております。',
      interimMitigated:
        '{{began}} より{{services}}において発生した障害について、その後の状況をご報告いたします。暫定的な復旧を終え、経過を確認しております。',
      interimResolved:
        '{{began}} より{{services}}において発生した障害は、{{recovered}} に復旧いたしました。これまでに確認できた内容をご報告いたします。',
      interimNeutral:
        '{{began}} より{{services}}において発生した障害について、その後の状況をご報告いたします。',
      finalOngoing: '{{began}} より{{services}}において発生した障害について、原因と対策をご報告いたします。',
      finalMitigated:
        '{{began}} より{{services}}において発生した障害について、原因と対策をご報告いたします。',
      finalResolved:
        '{{began}} より{{services}}において発生した障害は、{{recovered}} に復旧いたしました。原因と再発防止策を下記のとおりご報告いたします。',
    },
    beganUnknown: '現在確認中の時刻',
    servicesUnknown: '弊社サービス',
    situationLine: '{{time}} {{milestone}}: {{text}}',
    situationPlain: '{{time}} {{text}}',
    situationNone: '時系列を確認しております。',
    impactNone: '影響範囲を確認しております。判明次第お知らせいたします。',
    causeInvestigating: '現在調査しております。判明次第、続報にてお知らせいたします。',
    causeStillInvestigating: '引き続き調査しております。',
    causeDirect: '直接の原因: {{text}}',
    causeRoot: '根本の原因: {{text}}',
    causeContributing: '背景にある要因: {{text}}',
    causePossible: '可能性として調査中のもの: {{text}}',
    measureTaken: '{{time}} {{text}}',
    measuresNone: '原因の調査と復旧作業を並行して進めております。',
    interimAction: '暫定対策: {{text}}{{state}}',
    permanentAction: '再発防止策: {{text}}{{state}}',
    stateDone: '（実施済み）',
    stateDue: '（{{day}}までに実施）',
    stateOpen: '（時期を調整中）',
    outlook: {
      firstOngoing: '復旧の見込みが立ち次第、また進展があり次第、続報をお送りいたします。',
      firstMitigated: '経過を確認のうえ、原因と影響の詳細を続報にてご報告いたします。',
      firstResolved: '原因と影響の詳細を確認のうえ、続報にてご報告いたします。',
      interim: '再発防止策をまとめ、最終報にてご報告いたします。',
      interimMeeting: '{{time}} に社内で振り返りを行い、再発防止策をまとめて最終報にてご報告いたします。',
      final: '上記の再発防止策を期日までに実施し、効果を確認いたします。',
      finalDone: '上記の再発防止策はすべて実施を終えております。引き続き効果を確認いたします。',
      finalNone: '再発防止策を検討しており、決まり次第ご報告いたします。',
    },
    others: 'ほか {{count}} 件',
    someone: '担当者',
  },

  dialog: {
    title: '障害報告書',
    about: 'ボードの内容から一枚の報告書を作ります。どの文も書き換えられます。氏名は役割に置き換わります。',
    stages: '報告の段階',
    to: '宛先',
    toHint: '様・御中は自動で付きます',
    from: '差出人',
    asOf: '何時現在の報告か',
    asOfHint: '例: 2026-04-18 22:30（{{zone}}）。空欄なら今の時刻',
    asOfBad: '2026-04-18 22:30 の形で入力してください。',
    follows: 'ボードに連動',
    own: '書き換え済み',
    reset: 'ボードの内容に戻す',
    preview: 'プレビュー',
    readOnly: '確定した版のため、書き換えられません。書き出しはできます。',
  },
} satisfies Translation<typeof en>
