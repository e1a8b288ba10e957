import type { ReportPage as Report } from '@kintsugi/model'
import { Fragment, type ReactNode } from 'react'

/** An incident report as one printed page: letterhead, subject, facts, short texts. */
export function ReportPage({ report }: { report: Report }): ReactNode {
  return (
    <main className="report">
      <header>
        {report.asOf === '' ? null : <p className="as-of">{report.asOf}</p>}
        {report.to === '' ? null : <p className="to">{report.to}</p>}
        {report.from === '' ? null : <p className="from">{report.from}</p>}
        <h1>{report.title}</h1>
      </header>
      <p className="subject">
        <span>{report.subjectLabel}</span> {report.subject}
      </p>
      <dl className="facts">
        {report.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {report.texts.map(({ name, heading, text }) => (
        <section key={name} aria-labelledby={`report-${name}`}>
          <h2 id={`report-${name}`}>{heading}</h2>
          <p>
            {text.split('\n').map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished text have nothing but their place
              <Fragment key={i}>
                {i > 0 ? <br /> : null}
                {line}
              </Fragment>
            ))}
          </p>
        </section>
      ))}
      {report.closing === '' ? null : <p className="closing">{report.closing}</p>}
    </main>
  )
}
