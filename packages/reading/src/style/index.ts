import figures from './figures.css?raw'
import live from './live.css?raw'
import narrow from './narrow.css?raw'
import page from './page.css?raw'
import parts from './parts.css?raw'
import print from './print.css?raw'
import report from './report.css?raw'
import tables from './tables.css?raw'
import text from './text.css?raw'
import theme from './theme.css?raw'

/** The page's one style sheet, exactly as it stands between `<style>` and `</style>`: for a `style-src` hash. */
export const pageStyle: string = [theme, text, page, tables, figures, parts, live, narrow, print].join('\n')

/** The incident report's own, complete: it shares nothing with the page. */
export const reportStyle: string = report
