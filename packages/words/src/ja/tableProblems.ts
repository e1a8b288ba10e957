import type { tableProblems as en } from '../en/tableProblems.ts'
import type { Translation } from '../translation.ts'

export const tableProblems: Translation<typeof en> = {
  tableTooLarge:
    '表が {{size, number}} バイトあり、上限の {{limit, number}} バイトを超えています。何も読み込んでいません。一部だけを取り込んでください。',
  tooManyColumns:
    '表が {{count, number}} 列あり、上限の {{limit, number}} 列を超えています。何も読み込んでいません。不要な列を除いてください。',
  timeColumnMissing: '時刻の列が見つかりません。時刻が入っている列を選んでください。',
  headerMissing: '見出し行がないため、内容から列を判断しました。列の割り当てを確認してください。',
  aboveHeader: '表より上にあるため、出来事としては読み込んでいません:「{{text}}」',
  columnsUnused: '読み込んでいない列: {{names}}(計 {{count, number}} 列)。各行の原文には残っています。',
  quoteUnclosed: '引用符がここから正しく閉じていないため、1 行ずつ読み込みました。',
  rowRagged:
    'この行のセルは {{count, number}} 個ですが、表は {{expected, number}} 列です。列がずれていないか確認してください。',
  textMissing: 'この行には内容がなく、時刻だけを読み込みました。',
  cellCut: '「{{text}}…」は {{limit, number}} 文字を超えています。超えた部分は読み込んでいません。',
  linkRefused:
    '「{{text}}」はページへのリンク(http・https)でもメールアドレス(mailto)でもないため、原文に文字のまま残しました。',
  kindUnknown: '「{{text}}」という種別はないため、「観測」として読み込みました。',
  milestoneUnknown: '「{{text}}」というマイルストーンはありません。',
  milestoneTwice:
    '「{{text}}」は {{previousLine}} 行目にもあります。マイルストーンは最初の 1 件だけに付けました。',
  certaintyUnknown: '「{{text}}」から確度を判断できないため、「事実」として読み込みました。',

  charactersReplaced:
    'この行に読み取れない文字が {{count, number}} 個あります({{encoding}})。「�」と表示されます。',
  encodingMixed:
    '文字コードが混在しています。{{count, number}} 行は全体({{encoding}})と異なるため、行ごとに判別して読み込みました。',
  lineEncoding: 'この行だけ {{encoding}} として読み込みました。',
  encodingUnknown: '「{{encoding}}」という文字コードは扱えないため、内容から判別しました。',

  personUnread: '参加者(名前と部署)として読み取れないため、取り込んでいません:「{{text}}」',

  pageNested: '入れ子が深すぎるため、{{limit, number}} 段より深い部分は文字だけを読み込みました。',
  pageTooDeep:
    '閉じていないタグが {{limit, number}} 個を超えています。何も読み込んでいません。ページの文字だけを貼り付けてください。',
}
