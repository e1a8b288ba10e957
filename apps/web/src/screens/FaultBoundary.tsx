import { Component, type ReactNode } from 'react'
import { useWords } from '../app/wordsContext.tsx'
import { Trouble } from './Opening.tsx'

/** A bug while drawing ends one screen and not the page: what was typed lies on the device, and a reload shows it. */
export class FaultBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Fault /> : this.props.children
  }
}

function Fault() {
  const { t } = useWords()
  return <Trouble title={t('app.fault')} about={t('app.faultAbout')} onRetry={() => location.reload()} />
}
