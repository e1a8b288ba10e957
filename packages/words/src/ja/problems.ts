import type { problem as en } from '../en/problems.ts'
import type { Translation } from '../translation.ts'
import { anonymityProblems } from './anonymityProblems.ts'
import { chatProblems } from './chatProblems.ts'
import { meetingProblems } from './meetingProblems.ts'
import { roundProblems } from './roundProblems.ts'
import { tableProblems } from './tableProblems.ts'

export const problem: Translation<typeof en> = {
  // 全体
  empty: '内容が空です。',
  notText: 'テキストではないデータです。Markdown またはテキストのファイルを選んでください。',
  boardJsonBroken: 'JSON として読み取れません。途中で切れているか、書き換えられています。',
  boardJsonForeign: 'Kintsugi のボードの JSON({{format}})ではありません。',
  boardJsonInvalid: 'JSON の {{path}} がボードの形式に合いません: {{reason}}',
  notMarkdown: 'Markdown のポストモーテムではなく、{{found}} のようです。',
  tooLarge:
    'テキストが {{size, number}} バイトあり、Markdown の上限 {{limit, number}} バイトを超えています。何も読み込んでいません。一部だけを取り込んでください。',
  tooManyLines:
    'テキストが {{count, number}} 行あり、上限の {{limit, number}} 行を超えています。何も読み込んでいません。一部だけを取り込んでください。',
  tooManyRows:
    '項目が {{count, number}} 件あり、ボードの上限 {{limit, number}} 件を超えています。何も読み込んでいません。一部だけを取り込んでください。',
  lineCut: '入れ子が深すぎるか、{{limit, number}} 文字を超えて続くため、ここから先の文を読み込んでいません。',
  textCut: '文章が {{limit, number}} バイトを超えています。超えた部分は読み込んでいません。',
  timelineMissing: 'タイムラインが見つかりません。時刻のある表・箇条書き・見出しがありませんでした。',
  sectionMixed: '「{{title}}」は複数の内容を兼ねているため、原因や対策としては読み込んでいません。',
  actionFromProse: 'この段落を 1 件の対策として読み込みました。複数含まれる場合は分けてください。',
  dueUnreadable: '期限「{{text}}」を読み取れませんでした。',

  // タイムゾーン
  zoneUnknown: '「{{zone}}」というタイムゾーンはありません。Asia/Tokyo や UTC のように指定してください。',
  zoneAssumed:
    'タイムゾーンの記載がないため、{{zone}} として読み込みました。異なる場合はタイムゾーンを選んでください。',
  zoneCarried: 'この行にタイムゾーンの記載がないため、前の行の {{zone}} として読み込みました。',
  zoneAmbiguous:
    '{{zone}} は地域によって指す時刻が異なります。タイムゾーンを選ぶと、この行の時刻を読み込めます。',
  zoneOutOfSeason:
    'この日の時計は {{zone}} ではありません。書かれたとおりに読みましたが、1 時間ずれている可能性があります。',
  timesDisagree: 'この行の 2 つの時刻が一致しません({{zone}})。最初の時刻を採用しました。',
  timeSkipped: '「{{text}}」は時計が進められて存在しない時刻です({{zone}})。おおよその時刻として扱います。',
  timeTwice:
    '「{{text}}」はその夜に 2 回あった時刻です({{zone}})。1 回目を、おおよその時刻として採用しました。',

  // 日付
  dateUnknown: '「{{date}}」は日付として読めません。2026-04-18 の形で指定してください。',
  dateNeeded: '「{{text}}」には日付がなく、手前にもありません。日付を選ぶと読み込めます。',
  dateAssumed: '日付のない時刻は {{day}} のものとして読み込みました。',
  dateUnreadable: '日付「{{text}}」を読み取れませんでした。',
  dateAmbiguous: '「{{text}}」は複数の日付に読めます({{candidates}})。',
  dateCorrected: '「{{written}}」は年の桁が多いため、{{read}} として読み込みました。',
  yearDoubtful:
    '{{written}} は前後と 1 年ほど離れています。{{expected}} かもしれません。書かれたとおりに読み込みました。',
  weekdayMismatch: '曜日が {{day}} と合いません。日付のほうを採用しました。',
  dayRange: '「{{text}}」は日単位の期間で、時刻がありません。初日だけを記録しました。',
  dayDoubtful: '「{{text}}」が同じ日か翌日か判断できないため、時刻なしで残しました。',
  rolledOver: '「{{text}}」は前の行より早いため、翌日({{day}})として読み込みました。',

  // 時刻
  timeMissing: '時刻の記載がありません。',
  timeUnreadable: '「{{text}}」を時刻として読み取れませんでした。',
  timePlaceholder: '「{{text}}」は時刻が埋められていません。',
  timePartOfDay: '「{{part}}」は時間帯で、時刻ではありません。',
  timeUnknown: '時刻は不明と書かれています。',
  timeRemark: '時刻に「{{remark}}」と添えられています。時刻だけを採用しました。',
  meridiemNeeded: '「{{text}}」が午前か午後か分かりません。ほかの行には午前・午後の記載があります。',
  startMissing: '「{{text}}」には終わりの時刻しかありません。',
  untilUnreadable: '「{{text}}」の終わりを読み取れなかったため、始まりだけを採用しました。',
  rangeDoubtful: '「{{text}}」を期間として読みました。2 つ目の時刻は後ろの文の一部かもしれません。',
  rangeBackwards: '「{{text}}」は終わりが始まりより前です。始まりだけを採用しました。',
  outOfOrder: '「{{text}}」は上の {{previousLine}} 行目より前の時刻です。書かれたとおりに読み込みました。',
  rowWithoutTime: 'この項目には時刻がないため、前の行の続きとして残しました。',

  ...chatProblems,

  // テンプレート
  templateUnknown: 'そのテンプレートはありません。削除されたのかもしれません。',
  templateBuiltIn:
    'はじめから入っているテンプレートは変更できません。複製して、その写しを書き換えてください。',
  templateChanged:
    '「{{name}}」は、その間にほかの人が変更しました。上書きはしていません。開き直すと相手の変更が見えます。',
  templateLimit: 'テンプレートは {{limit}} 件までです。何も追加していません。',
  templatesNone: 'このサーバーで作ったテンプレートはまだありません。',
  templatesEmpty: 'ファイルが空です。何も追加していません。',
  templatesBroken: 'JSON として読めません。途中で切れているか、書き換えられています。何も追加していません。',
  templatesForeign: 'Kintsugi のテンプレートのファイルではありません。何も追加していません。',
  templatesInvalid: 'ファイルの {{n}} 件目のテンプレートで「{{field}}」が合いません。何も追加していません。',
  templatesTooBig:
    'ファイルの {{n}} 件目のテンプレートで「{{field}}」が上限の {{limit}} を超えています。何も追加していません。',
  templatesTooSmall:
    'ファイルの {{n}} 件目のテンプレートで「{{field}}」は {{limit}} 以上が必要です。何も追加していません。',
  templatesFileTooBig: 'ファイルが上限の {{limitMB}} MB を超えています。何も追加していません。',
  templatesFileUnreadable:
    '読み取れませんでした。フォルダーか、ほかで使用中のファイルかもしれません。何も追加していません。',

  // ボードへの書き込み
  malformed: 'サーバーが変更の内容を読み取れませんでした。',
  unjudgeable: 'サーバーが変更を判定できませんでした({{reason}})。',
  foreignClient: '別の参加者の名義の変更です。',
  tooTangled: '同じ場所に入れる変更が多すぎます。',
  tooManyParts: '変更が細かく分かれすぎています（上限 {{limit, number}} 個）。',
  tooManyClients: '一度に {{limit, number}} 人を超える編集が含まれています。',
  misplaced: '変更の位置が合いません。',
  unknownRoot: 'ボードに「{{root}}」という部分はありません。',
  notAllowedHere: 'この内容はここには置けません。',
  noteSealed:
    '匿名の付箋の文章を変えられるのは、書いた本人だけです。移動、グループ分け、取り下げは誰でもできます。',
  serverOnly: 'この部分を変更できるのはサーバーだけです。',
  updateTooBig: '1 回の変更の上限 {{limitKB, number}} kB を超えています。',
  baseUnknown: 'サーバーが知らない内容を前提にした変更です。',
  textTooLong: '文章が、付箋 1 枚の上限 {{limit, number}} 字を超えています。',
  textTooManyParts: '段落と書式の数が、付箋 1 枚の上限 {{limit, number}} 個を超えています。',
  tooManyItems: 'ボードの項目が上限の {{limit, number}} 件に達しています。',
  boardFull: 'ボードが上限の {{limitMB, number}} MB に達しています。',
  rebuilding: 'ボードを作り直しています。少し待ってからもう一度お試しください。',
  ticketInvalid: 'このボードへのアクセスの期限が切れました。ページを再読み込みしてください。',
  tooManyConnections: 'この場所からの接続が多すぎます。開いているタブを減らしてください。',
  shuttingDown: 'サーバーを再起動しています。入力した内容は保管され、復帰しだい送信されます。',

  ...tableProblems,
  ...meetingProblems,
  ...roundProblems,
  ...anonymityProblems,
}
